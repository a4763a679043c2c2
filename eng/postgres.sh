# Sourced by ./test: a PostgreSQL server of its own, in a temporary folder, on a free port of the loopback address.
postgres_home=''

# initdb and postgres refuse to run as root; the package brings a user for them.
as_postgres() {
    if [[ $EUID == 0 ]]; then run runuser -u postgres -- "$@"; else run "$@"; fi
}

# The newest server among those that are installed, 15 or later; nothing if there is none.
postgres_programs() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -t/ -k5,5nr); do
        [[ -x $folder/initdb && $(cut -d/ -f5 <<< "$folder") -ge 15 ]] && echo "$folder" && return
    done
    folder=$(command -v initdb) || return 0
    [[ $("$folder" --version | grep -o '[0-9]*' | head -n 1) -ge 15 ]] && dirname "$(readlink -f "$folder")" || true
}

start_postgres() {
    local programs
    programs=$(postgres_programs)
    postgres_home=$(mktemp -d "${TMPDIR:-/tmp}/broadsheet-postgres.XXXXXX")
    postgres_port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
    [[ $EUID == 0 ]] && chown postgres: "$postgres_home"
    pushd "$postgres_home" > /dev/null
    as_postgres "$programs/initdb" --pgdata="$postgres_home/data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-instructions
    as_postgres "$programs/pg_ctl" start --pgdata="$postgres_home/data" --wait --silent --log="$postgres_home/data/server.log" \
        --options="-h 127.0.0.1 -p $postgres_port -k $postgres_home -c max_connections=200"
    popd > /dev/null
    "$programs/postgres" --version
}

stop_postgres() {
    local home=$postgres_home
    [[ -n $home ]] || return 0
    postgres_home=''
    (cd / && as_postgres "$(postgres_programs)/pg_ctl" stop --pgdata="$home/data" --mode=fast --wait --silent) || true
    rm -rf "$home"
}
