/*
 * Runs in the generated project: checks the options, which Maven does not do in batch mode, and keeps of the files
 * what the options ask for. The sources and events of each kind of function come in a folder of its name.
 */

import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

Path project = Paths.get(request.outputDirectory, request.artifactId)
String sources = request.getPackage().replace('.', '/')
List<String> kinds = ['none', 'http', 'sqs', 's3', 'eventbridge', 'schedule', 'similarity', 'simd']

Map<String, List<String>> options = [
    architecture: ['arm64', 'x86_64'],
    packaging   : ['native', 'jvm'],
    event       : ['none', 'http', 'sqs', 's3', 'eventbridge', 'schedule'],
    simd        : ['false', 'true'],
    ci          : ['github', 'none'],
]

String option(String name) {
    request.properties.getProperty(name)
}

/** What is wrong with the options, a line each. */
List<String> mistakes(Map<String, List<String>> options) {
    List<String> found = options.findAll { name, values -> !values.contains(option(name)) }
        .collect { name, values -> "-D${name}=${option(name)}: expected ${values.join(', ')}" as String }
    if (!javax.lang.model.SourceVersion.isName(request.getPackage())) {
        found << ("-Dpackage=${request.getPackage()}: expected the name of a Java package, such as com.example.orders" as String)
    }
    if (!(request.artifactId ==~ /[A-Za-z0-9_-]{1,64}/)) {
        found << ("-DartifactId=${request.artifactId}: expected the name of a Lambda function," +
            " at most 64 letters, digits, hyphens and underscores" as String)
    }
    return found
}

void deleteEmptyFolders(Path folder) {
    if (!Files.isDirectory(folder)) {
        return
    }
    folder.toFile().listFiles().findAll { it.directory }.each { deleteEmptyFolders(it.toPath()) }
    if (folder.toFile().list().length == 0) {
        Files.delete(folder)
    }
}

/** Deletes what this run has written, and no file that was there before. */
void retract(Path project, List<Path> written) {
    long start = ManagementFactory.runtimeMXBean.startTime
    written.findAll { Files.isRegularFile(it) && Files.getLastModifiedTime(it).toMillis() >= start }
        .each { Files.delete(it) }
    deleteEmptyFolders(project)
}

/** The files of a kind, each with the place where it belongs. */
Map<Path, Path> filesOf(Path project, String sources, String kind) {
    Map<Path, Path> files = [:]
    ["src/main/java/${sources}", "src/test/java/${sources}", 'events'].each { parent ->
        Path folder = project.resolve(parent as String).resolve(kind)
        if (Files.isDirectory(folder)) {
            folder.toFile().listFiles().each { files[it.toPath()] = folder.resolveSibling(it.name) }
        }
    }
    return files
}

List<String> wrong = mistakes(options)
if (wrong) {
    List<Path> written = kinds.collectMany { filesOf(project, sources, it).keySet() }
    ['pom.xml', 'README.md', 'template.yaml', 'Dockerfile', 'gitignore', '.dockerignore', '.github/workflows/build.yml']
        .each { written << project.resolve(it) }
    retract(project, written)
    throw new IllegalArgumentException('no project was made: ' + wrong.join('; ')
        + ' (docs/troubleshooting.md#no-project-was-made)')
}

boolean simd = option('simd') == 'true'
Set<String> wanted = [simd && option('event') == 'none' ? 'similarity' : option('event')]
if (simd) {
    wanted << 'simd'
}
kinds.each { kind ->
    filesOf(project, sources, kind).each { from, to ->
        kind in wanted ? Files.move(from, to) : Files.delete(from)
    }
}
if (option('ci') == 'none') {
    Files.delete(project.resolve('.github/workflows/build.yml'))
}
deleteEmptyFolders(project)

// under its own name it would not get into the archetype's jar
Files.move(project.resolve('gitignore'), project.resolve('.gitignore'))
