package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.store.ProjectFile;

/** The program as the system runs it: in a process of its own, with signals, full disks and poor locales. */
@EnabledOnOs(OS.LINUX)
class ProgramTest {
  private static final String ENDLESS = "100000";

  @TempDir private Path folder;

  private record Ended(int code, String said) {}

  private ProcessBuilder program(List<String> java, String... args) {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "--add-modules", "jdk.incubator.vector"));
    command.addAll(java);
    command.addAll(List.of("-Duser.home=" + folder, "-cp", classPath(), Launcher.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "XDG_CONFIG_HOME", "LANG", "LC_CTYPE", "LC_MESSAGES"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** Some runners of tests have a class loader of their own. */
  private static String classPath() {
    if (ProgramTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs()).map(url -> new File(url.getPath()).getPath()).collect(Collectors.joining(File.pathSeparator));
    }
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> new File(path).getAbsolutePath()).collect(Collectors.joining(File.pathSeparator));
  }

  private static Ended ended(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(builder.redirectOutput() == ProcessBuilder.Redirect.PIPE).start();
    String said;
    try (var in = builder.redirectErrorStream() ? process.getInputStream() : process.getErrorStream()) {
      said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    return new Ended(process.waitFor(), said);
  }

  /** Waits for a line of standard error, then sends a signal, and returns the exit code. */
  private static int stopped(ProcessBuilder builder, String line, String signal) throws Exception {
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
      String next = said.readLine();
      while (next != null && !next.startsWith(line)) {
        next = said.readLine();
      }
      assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
      said.transferTo(java.io.Writer.nullWriter());
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private long steps(Path project) throws Exception {
    return ProjectFile.read(project).saved().progressed().orElseThrow().step();
  }

  @Test
  void aSystemThatShutsDownAndATerminalThatIsClosedLeaveWhatWasLearned() throws Exception {
    for (Map.Entry<String, Integer> signal : Map.of("TERM", 143, "HUP", 129).entrySet()) {
      Path out = folder.resolve(signal.getKey());
      ProcessBuilder training = program(List.of(), "train", "circles", "--epochs", ENDLESS, "--out", out.toString());
      if (hangUpIsIgnored()) { // as under nohup, which the program respects
        training.command().addAll(0, List.of("env", "--default-signal=HUP"));
      }
      assertThat(stopped(training, "epoch     20/", signal.getKey())).as(signal.getKey()).isEqualTo(signal.getValue());
      assertThat(steps(out.resolve("circles.backprop"))).isGreaterThan(100);
      assertThat(out.resolve("loss.png")).isNotEmptyFile();
    }
  }

  /** Whether this Java ignores SIGHUP, which its children inherit; known on Linux only. */
  private static boolean hangUpIsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) & 1) != 0);
  }

  @Test
  void aProgramThatWasKilledHasKeptItsTrainingInTheUsersFolder() throws Exception {
    Process training = program(List.of(), "train", "circles", "--epochs", ENDLESS)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Path kept = folder.resolve(".config/backprop-studio/trainings");
    while (training.isAlive()
        && !(Files.isDirectory(kept) && List.of(kept.toFile().list()).stream().anyMatch(name -> name.matches("circles.*[.]backprop")))) {
      Thread.sleep(20);
    }
    training.destroyForcibly().waitFor();
    Ended resumed = ended(program(List.of(), "train", "circles", "--epochs", "1", "--resume", "--out", folder.resolve("out").toString()));
    assertThat(resumed.code()).as(resumed.said()).isZero();
    assertThat(steps(folder.resolve("out/circles.backprop"))).isGreaterThan(10);
  }

  @Test
  void withoutAFolderASignalLeavesTheProjectInTheCurrentOne() throws Exception {
    assertThat(stopped(program(List.of(), "train", "circles", "--epochs", ENDLESS), "epoch     20/", "TERM")).isEqualTo(143);
    try (var runs = Files.walk(folder.resolve("backprop-out"))) {
      assertThat(runs.filter(path -> path.endsWith("circles.backprop"))).hasSize(1);
    }
  }

  @Test
  void whatCouldNotBeWrittenToStandardOutputIsAFailure() throws Exception {
    for (String[] command : new String[][] {{"samples"}, {"info", "circles"}, {"--help"},
        {"train", "circles", "--epochs", "1", "--json"}}) {
      Ended full = ended(program(List.of(), command).redirectOutput(new File("/dev/full")));
      assertThat(full.code()).as(String.join(" ", command)).isEqualTo(1);
      assertThat(full.said()).contains("could not be written to standard output: No space left on device.");
    }
  }

  @Test
  void aReaderThatGoesAwayIsNoFailureToSpeakOf() throws Exception {
    ProcessBuilder samples = program(List.of(), "samples");
    samples.command().addAll(0, List.of("sh", "-c", "read gone; exec \"$@\"", "sh")); // else it may have written all before that
    Process process = samples.start();
    process.getInputStream().close();
    process.outputWriter().append("gone\n").close();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("standard output");
    assertThat(process.waitFor()).isEqualTo(141);
  }

  @Test
  void namesThatTheLocaleCannotSayAreRefusedWithWhatHelps() throws Exception {
    Files.writeString(folder.resolve("table.csv"), "a,b,kind\n" + "1,2,x\n3,4,y\n".repeat(20));
    ProcessBuilder poor = shell("mv table.csv größe.csv\nexport LC_ALL=C", program(List.of(), "train", "circles", "--data", "größe.csv"));
    Ended refused = ended(poor);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said()).contains("cannot be read in this locale (ANSI_X3.4-1968): set LC_ALL=C.UTF-8 and start again.");
  }

  /** A process that is started from a script, since this one may not be able to name the files either. */
  private ProcessBuilder shell(String before, ProcessBuilder builder) throws IOException {
    String words = builder.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Path script = Files.writeString(folder.resolve("start.sh"), before + "\nexec " + words + "\n");
    return new ProcessBuilder("sh", script.toString()).directory(folder.toFile());
  }

  @Test
  void picturesNeedNoTemporaryFolder() throws Exception {
    Path out = folder.resolve("out");
    Ended ended = ended(program(List.of("-Djava.io.tmpdir=" + folder.resolve("missing")), "train", "circles", "--epochs", "2", "--out",
        out.toString()));
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(out.resolve("gradients.png")).isNotEmptyFile();
  }

  @Test
  void aFileWithoutAnEndIsNoTable() throws Exception {
    Ended endless = ended(program(List.of("-Xmx600m"), "train", "iris", "--data", "/dev/zero"));
    assertThat(endless.code()).isEqualTo(1);
    assertThat(endless.said()).contains("“zero” is not a table in UTF-8 text");
  }
}
