#compdef matinee
# Completes matinee's commands, options and their values in zsh; where there are none to choose from, files and folders.
#   source <(./matinee completion zsh)       # in ~/.zshrc after compinit, with matinee's full path
_matinee() {
  local program="${words[1]/#\~/$HOME}" line="${(j: :)words[2,CURRENT]}"
  local -a found
  found=("${(@f)$("$program" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  found=("${(@)found:#(|-h|-\?|/h|/\?)}")
  compadd -a found || _files
}
if [[ "${funcstack[1]}" == _matinee ]]; then
  _matinee "$@"
else
  compdef _matinee matinee
fi
