#!/bin/sh
# Makes the keys and certificates of this folder anew with OpenSSL 3, so that what Serai reads was written by others. They are for tests alone, and
# valid for a hundred years. The password of everything that has one is: opens
set -eu
cd "$(dirname "$0")"
days=36500

authority() { openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days $days -subj "/CN=Test authority" -keyout ca.key -out ca.pem; }

# signed NAME SUBJECT EXTENSIONS: a certificate for the key NAME.key
signed() {
  openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
  printf '%s\n' "$3" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days $days -extfile "$1.ext" -out "$1.crt"
  rm "$1.csr" "$1.ext"
}

authority
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.key
signed rsa localhost "subjectAltName=DNS:localhost,IP:127.0.0.1"
cat rsa.crt ca.pem > rsa.pem
cat ca.pem rsa.crt > rsa.reversed.pem
openssl rsa -in rsa.key -traditional -out rsa.pkcs1.key
openssl pkcs8 -topk8 -v2 aes-256-cbc -in rsa.key -passout pass:opens -out rsa.encrypted.key
openssl rsa -in rsa.key -traditional -aes128 -passout pass:opens -out rsa.old-encrypted.key
openssl pkcs12 -export -inkey rsa.key -in rsa.pem -passout pass:opens -out rsa.p12

openssl ecparam -name secp384r1 -genkey -noout -out ec.key
signed ec localhost "subjectAltName=DNS:localhost,IP:127.0.0.1"
mv ec.crt ec.pem

openssl genpkey -algorithm ed25519 -out ed25519.key
signed ed25519 localhost "subjectAltName=DNS:localhost,IP:127.0.0.1"
mv ed25519.crt ed25519.pem

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out client.key
signed client ada "extendedKeyUsage=clientAuth"
mv client.crt client.pem
openssl pkcs12 -export -inkey client.key -in client.pem -passout pass:opens -out client.p12

openssl req -x509 -newkey rsa:1024 -nodes -days $days -subj "/CN=weak" -keyout weak.key -out weak.pem
openssl req -new -key ec.key -subj "/CN=localhost" -out expired.csr
mkdir -p demo && : > demo/index
openssl ca -batch -config /dev/stdin -keyfile ca.key -cert ca.pem -in expired.csr -out expired.pem -notext -startdate 20200101000000Z -enddate 20210101000000Z <<END
[ca]
default_ca=c
[c]
database=demo/index
new_certs_dir=demo
rand_serial=yes
default_md=sha256
policy=p
[p]
commonName=supplied
END
rm -r demo expired.csr ca.key ca.srl rsa.crt
