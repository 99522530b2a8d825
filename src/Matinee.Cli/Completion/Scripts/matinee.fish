# Completes matinee's commands, options and their values in fish; where there are none to choose from, files and folders.
#   ./matinee completion fish | source       # in ~/.config/fish/config.fish, with matinee's full path
function __matinee_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program (string replace -r '^~' -- $HOME $words[1])
    set -l line (string join ' ' -- $words[2..-1])
    set -l word (commandline -ct)
    set -l found
    for one in ($program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string trim)
        if string length -q -- $one; and not string match -q -r '^[-/][h?]$' -- $one
            if test (string sub -l (string length -- "$word") -- $one) = "$word"
                set -a found $one
            end
        end
    end
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path $word
    end
end
complete -c matinee -f -a '(__matinee_complete)'
