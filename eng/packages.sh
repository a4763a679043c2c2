# Sourced by ./test: what the tests need from the distribution, installed when it is not there.

# Each name stands for something that is looked for by what it brings, so that another way of installing it will do.
missing_packages() {
    [[ -n $(postgres_programs) ]] || echo postgresql
    command -v chromium > /dev/null || echo chromium
    compgen -G '/usr/share/fonts/*/noto/Noto*CJK*' > /dev/null || echo fonts-noto-cjk
}

need_packages() {
    local packages sudo=''
    mapfile -t packages < <(missing_packages)
    [[ ${#packages[@]} -gt 0 ]] || return 0
    if [[ $EUID != 0 ]]; then
        sudo -n true 2> /dev/null || missing "the Debian packages ${packages[*]}" \
            "Install them (apt-get install ${packages[*]}), or run the quick tests: ./test --quick"
        sudo='sudo -n'
    fi
    command -v apt-get > /dev/null || missing "PostgreSQL 15 or newer, Chromium and the Noto CJK fonts (here lacking: ${packages[*]})" \
        'Install them with the tools of your distribution, or run the quick tests: ./test --quick'

    # The package would otherwise create a database cluster and start it as a service; ours lives and dies with the tests.
    if [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
        run $sudo mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' | run $sudo tee /etc/postgresql-common/createcluster.conf
    fi
    run $sudo apt-get update --quiet
    run $sudo env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
        apt-get install --yes --quiet --no-install-recommends "${packages[@]}"
}
