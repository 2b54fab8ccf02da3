# Sourced by each script with the packages that it needs: installs them into a temporary folder and goes there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder" # Postgres runs as another user where this runs as root.
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --no-audit --no-fund --silent "$@"
echo "node $(node --version), $*"
