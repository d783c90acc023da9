package studio.backprop.ui.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.store.Opened;
import studio.backprop.store.Recovery;
import studio.backprop.store.Recovery.Leftover;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonProgress;
import studio.backprop.train.TrainingProgress;

/**
 * A program is killed in the middle of editing, training and a lesson, and what is left behind is opened.
 * {@code -Dbackprop.crashes=20} does it so often; each crash prints what it cost.
 */
class CrashTest {
  private static final int CRASHES = Integer.getInteger("backprop.crashes", 2);
  private static final int UNITS = Integer.getInteger("backprop.crashes.units", 64);
  private static final double MOST_SECONDS_LOST = 5;
  private static final int LEAST_MILLIS = 2500;
  private static final int MOST_MILLIS = 7000;

  @TempDir Path home;

  /** What the program said: at this time of its own clock, which counts frames, it was at this edit and this step. */
  private record Said(long nanos, long edit, long step) {
    static Said of(String line) {
      String[] words = line.split(" ");
      return new Said(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
  }

  @TestFactory
  Stream<DynamicTest> aKillCostsFiveSecondsOfWorkAtMost() {
    return IntStream.range(0, CRASHES).mapToObj(round -> DynamicTest.dynamicTest("crash " + round, () -> crash(round)));
  }

  private void crash(int round) throws Exception {
    Path folder = Files.createDirectory(home.resolve("round" + round));
    Path learners = Files.createDirectory(home.resolve("learners" + round));
    Process studio = start(folder, learners);
    try {
      BufferedReader out = new BufferedReader(new InputStreamReader(studio.getInputStream(), StandardCharsets.UTF_8));
      List<Said> said = new ArrayList<>();
      said.add(Said.of(out.readLine()));
      CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> kill(studio, folder, new SplittableRandom(round)));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(Said.of(line));
      }
      killed.get();
      check(round, folder, said);
      checkLesson(learners, said.get(said.size() - 1).edit());
    } finally {
      studio.destroyForcibly();
    }
  }

  /** Place and answers of a learner are kept with each answer: none that was given is lost. */
  private static void checkLesson(Path learners, long last) {
    LearnerProgress learner = LearnerProgress.of(learners, CrashingStudio.LEARNER);
    assertThat(learner.trouble()).isEmpty();
    LessonProgress lesson = learner.lesson(CrashingStudio.LESSON);
    assertThat(lesson.answers()).hasSizeBetween((int) last, (int) last + 1);
    assertThat(lesson.step()).isEqualTo("step-" + lesson.answers().size());
  }

  private static Process start(Path folder, Path learners) throws IOException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--add-modules", "jdk.incubator.vector", "-cp", classPath(),
            CrashingStudio.class.getName(), folder.toString(), String.valueOf(UNITS), learners.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Some runners of tests have a class loader of their own. */
  private static String classPath() {
    if (CrashTest.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs()).map(url -> new File(url.getPath()).getPath()).collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static void kill(Process studio, Path folder, SplittableRandom random) {
    try {
      Thread.sleep(LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(new Recovery(folder).takeLeftovers()).as("a program that runs keeps its work to itself").isEmpty();
    studio.toHandle().destroyForcibly(); // leaves what it has said to be read
  }

  private static void check(int round, Path folder, List<Said> said) throws Exception {
    List<Leftover> leftovers = new Recovery(folder).takeLeftovers();
    assertThat(leftovers).hasSizeLessThanOrEqualTo(1);
    Said kept = leftovers.isEmpty() ? new Said(0, -1, -1) : whole(leftovers.get(0));
    Said last = said.get(said.size() - 1);
    double lost = said.stream()
        .filter(one -> one.edit() > kept.edit() || one.step() > kept.step())
        .mapToDouble(one -> (last.nanos() - one.nanos()) / 1e9)
        .findFirst().orElse(0);
    System.out.printf(
        "crash %d: lost %.1f s of %.1f: kept %d of %d edits, %d of %d steps%n",
        round, lost, (last.nanos() - said.get(0).nanos()) / 1e9, kept.edit(), last.edit(), kept.step(), last.step());
    assertThat(lost).isLessThanOrEqualTo(MOST_SECONDS_LOST);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  /** Opens all of it and discards it. */
  private static Said whole(Leftover leftover) throws Exception {
    assertThat(leftover.origin().file()).contains(Path.of("rings.backprop"));
    Opened opened = leftover.slot().read();
    assertThat(opened.notes()).isEmpty();
    assertThat(opened.saved().parameters()).isPresent();
    leftover.discard();
    long edit = (long) opened.saved().project().network().node(2).x();
    return new Said(0, edit, opened.saved().progressed().map(TrainingProgress::step).orElseThrow());
  }
}
