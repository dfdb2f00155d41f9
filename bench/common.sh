# What the scripts beside this one share; read with `.` from the root of the repository.

# the JDK that the build finds
: "${jdk:=$(mvn -B -N validate | sed -n 's/.*Selected JDK toolchain: JDK\[\(.*\)\].*/\1/p' | head -1)}"
[ -n "$jdk" ] || { echo 'run: no JDK 25 or newer found: set JAVA_HOME' >&2; exit 1; }

say() { echo "run: $*" >&2; }

# builds modules and what they need, unless bench/run has built all: MODULE,MODULE...
build() { [ -n "${built:-}" ] || mvn -B -q -Pbench -DskipTests -Dwhippet.starts=1 package -pl "$1" -am > /dev/null; }

# copies a package that has just been made: TARGET FOLDER
copy() { rm -rf "$2" && mkdir -p "$(dirname "$2")" && cp -a "$1/whippet/function" "$2"; }

# whether this machine builds native packages
can_build_native() { [ -x "${GRAALVM_HOME:-}/bin/native-image" ] || command -v native-image > /dev/null; }

# makes a native package, which takes minutes, unless nothing has changed since it was made: FOLDER EXAMPLE PROFILES
native() {
  made=$(find core/src/main examples/"$2"/src/main examples/"$2"/pom.xml maven-plugin/src/main pom.xml \
    -type f -newer "$1/bootstrap" 2> /dev/null | head -1)
  if [ -x "$1/bootstrap" ] && [ -z "$made" ]; then return; fi
  say "building examples/$2 ($3), which takes some minutes"
  mvn -B -q -DskipTests -Dwhippet.starts=1 package -P"$3" -pl "examples/$2" -am > /dev/null
  copy "examples/$2/target" "$1"
  touch "$1/bootstrap"
}

# the native packages that are measured
hello_native=$PWD/bench/coldstart/target/functions/native
fibonacci_fast=$PWD/bench/fibonacci/target/native-speed
fibonacci_small=$PWD/bench/fibonacci/target/native-size
native_hello() { native "$hello_native" hello native; }
native_fibonacci() { native "$fibonacci_fast" fibonacci native,fast-native && native "$fibonacci_small" fibonacci native; }
native_all() { if can_build_native; then native_hello && native_fibonacci; fi; }

# the harness
coldstart() {
  "$jdk/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp bench/coldstart/target/classes:bench/report/target/classes dev.whippet.bench.coldstart.Main "$@"
}

# JMH notes where the JVM lies, which says nothing to others: FILE
relocate() { sed -i 's|"jvm" : ".*/bin/java"|"jvm" : "java"|' "$1"; }
