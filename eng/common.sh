# Sourced by ./run, ./test and the scripts in eng/: shows each command before it runs, and checks what a build needs.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

run() {
    printf '\n$ %s\n' "$*"
    "$@"
}

missing() {
    printf 'Missing: %s.\n%s\n' "$1" "$2" >&2
    exit 2
}

need_build_tools() {
    local sdks='' node=''
    sdks=$(dotnet --list-sdks 2>/dev/null) || true
    [[ $'\n'$sdks == *$'\n10.'* ]] || missing 'the .NET 10 SDK' 'Get it from https://dot.net/download, or from your distribution (package dotnet-sdk-10.0).'
    node=$(node --version 2>/dev/null) || true
    node=${node#v}
    [[ ${node%%.*} -ge 20 ]] || missing 'Node.js 20 or newer (it bundles the scripts and styles)' 'Get it from https://nodejs.org, or from your distribution (packages nodejs and npm).'
    command -v npm > /dev/null || missing 'npm, which comes with Node.js' 'Get it from https://nodejs.org, or from your distribution (package npm).'
}
