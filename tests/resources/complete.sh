# SPDX-License-Identifier: GPL-3.0-or-later
# Completes the last of the given words as bash would, and prints what is offered. Usage: complete.sh FILE WORD…
source "$1"
shift
# What the completion asks of sallyportctl itself.
sallyportctl()
{
    case "$*" in
    *"app list") printf 'PROGRAM  KEY      VALUE\nmsmsgs   Disable  1\nmsmsgs   Persistent  0\naim      Disable  1\n' ;;
    *servers) printf 'NAME      HOST\nbranch-a  a.example\nbranch-b  b.example\n' ;;
    *"policy history") printf 'REVISION  TIME\n12  now\n11  then\n' ;;
    esac
}
COMP_WORDS=(sallyportctl "$@")
COMP_CWORD=$#
COMPREPLY=()
_sallyportctl
printf '%s\n' "${COMPREPLY[@]}"
