# Completes matinee's commands, options and their values in bash; where there are none to choose from, files and folders.
#   source <(./matinee completion bash)      # in ~/.bashrc for every shell, with matinee's full path
_matinee() {
  local program="${COMP_WORDS[0]/#\~/$HOME}" line="${COMP_LINE:0:COMP_POINT}" one
  # What is typed after the program's name.
  line="${line#"${line%%[![:space:]]*}"}"
  line="${line#*[[:space:]]}"
  COMPREPLY=()
  while IFS= read -r one; do
    one="${one%$'\r'}"
    case "$one" in '' | -h | '-?' | /h | '/?') continue ;; esac
    [[ "$one" != "$2"* ]] || COMPREPLY+=("$one")
  done < <("$program" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _matinee matinee
