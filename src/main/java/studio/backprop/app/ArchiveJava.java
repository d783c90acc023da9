package studio.backprop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import studio.backprop.cli.ChildProcess;

/**
 * Java process that runs {@link ArchiveRehearsal} and writes a class data sharing archive. {@link #main} makes the one of the distribution.
 */
public final class ArchiveJava {
  /** Path by which the start script passes the folder of the jars, independent of its location. */
  private static final String ANYWHERE = "/proc/self/fd/9";

  /** From this Java on the timestamps of the jars are always compared, and a copy has others. */
  private static final int TIMES_COUNT = 25;

  private static final long PATIENCE_SECONDS = 180;

  private ArchiveJava() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path lib = Path.of(args[0]);
    Path release = Path.of(System.getProperty("java.home"), "release");
    if (Runtime.version().feature() >= TIMES_COUNT || !Files.isDirectory(Path.of(ANYWHERE).getParent()) || !Files.exists(release)) {
      return;
    }
    Map<Path, FileTime> times = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(lib)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        times.put(jar, Files.getLastModifiedTime(jar));
      }
    }
    try {
      // an archive of jars without timestamps is valid for any
      for (Path jar : times.keySet()) {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
      }
      List<String> names = times.keySet().stream().map(jar -> ANYWHERE + "/" + jar.getFileName()).toList();
      Path archive = lib.resolve("classes.jsa").toAbsolutePath();
      Files.deleteIfExists(archive);
      List<String> command = new ArrayList<>(List.of("sh", "-c", "exec 9<\"$0\" && exec \"$@\"", lib.toString()));
      command.addAll(command(archive, String.join(":", names)));
      if (run(command)) {
        Files.copy(release, lib.resolve("classes.release"), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Map.Entry<Path, FileTime> jar : times.entrySet()) {
        Files.setLastModifiedTime(jar.getKey(), jar.getValue());
      }
    }
  }

  /** Writes an archive for this Java, at the lowest process priority. */
  static boolean write(Path archive, String classPath) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
      command.addAll(List.of("/usr/bin/nice", "-n", "19"));
    }
    command.addAll(command(archive.toAbsolutePath(), classPath));
    return run(command);
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    // without this process nothing reads the archive
    try (ChildProcess child = ChildProcess.start(builder)) {
      Process java = child.process();
      java.getOutputStream().close();
      if (!java.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        java.destroyForcibly();
      }
      return java.waitFor() == 0;
    }
  }

  /**
   * Options that the archive depends on are as in the start script; headless rendering, and no background compilation, so that a method is
   * not left waiting for the compiler.
   */
  private static List<String> command(Path archive, String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx600m",
        "-XX:TieredStopAtLevel=1", "-Xbatch", "-Xshare:auto", "-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive,
        "-Djava.awt.headless=true", "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dheadless.geometry=1600x960-32",
        "-Dprism.order=sw", "-cp", classPath, ArchiveRehearsal.class.getName());
  }
}
