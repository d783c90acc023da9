package studio.backprop.teaching.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

class LearnerProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  @TempDir private Path folder;

  private static LessonAnswer answer(int revision, String asked, String given, Correctness outcome) {
    return new LessonAnswer(revision, "race", asked, given, outcome, 3, 1, 0, 12.5);
  }

  @Test
  void whatWasSavedIsThereAgain() throws Exception {
    LearnerProgress learner = LearnerProgress.of(folder, "Jörg 王");
    learner.setGroup("8b");
    learner.at("learning-rate", 1, "race", NOW);
    learner.record("learning-rate", answer(1, "order", "c b a d", Correctness.RIGHT));
    learner.record("learning-rate", answer(1, "after-one", "less", Correctness.WRONG));
    learner.done("learning-rate");
    learner.save();
    LearnerProgress again = LearnerProgress.of(folder, "Jörg 王");
    assertThat(again.lesson("learning-rate")).isEqualTo(learner.lesson("learning-rate"));
    assertThat(again.lesson("learning-rate").done()).isTrue();
    assertThat(again.group()).isEqualTo("8b");
    assertThat(again.trouble()).isEmpty();
    assertThat(LearnerProgress.names(folder)).containsExactly("Jörg 王");
  }

  @Test
  void aLessonThatWasNeverOpenIsNotBegun() {
    LessonProgress none = LearnerProgress.of(folder, "").lesson("vanishing");
    assertThat(none.isBegun()).isFalse();
    assertThat(none.answers()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoHasAnsweredGoesOnBehindThatStep() {
    Lesson lesson = ReadLesson.of(LessonFolder.bundled("learning-rate"), List.of()).lesson("en").orElseThrow();
    LearnerProgress learner = LearnerProgress.of(folder, "");
    learner.at("learning-rate", lesson.revision(), "race", NOW);
    assertThat(learner.lesson("learning-rate").place(lesson)).isZero();
    learner.record("learning-rate", answer(lesson.revision(), "order", "", Correctness.SKIPPED));
    assertThat(learner.lesson("learning-rate").place(lesson)).as("a question that was left out is asked again").isZero();
    learner.record("learning-rate", answer(lesson.revision(), "order", "c b a d", Correctness.RIGHT));
    assertThat(learner.lesson("learning-rate").place(lesson)).isOne();
  }

  @Test
  void theFirstAnswerCountsUnlessItWasSkippedOrOfAnotherRevision() {
    LearnerProgress learner = LearnerProgress.of(folder, "");
    learner.record("a", answer(1, "q", "", Correctness.SKIPPED));
    learner.record("a", answer(1, "q", "x", Correctness.WRONG));
    learner.record("a", answer(1, "q", "y", Correctness.RIGHT));
    assertThat(learner.lesson("a").answer("q").orElseThrow().answer()).isEqualTo("x");
    learner.record("a", answer(2, "q", "z", Correctness.RIGHT));
    assertThat(learner.lesson("a").answers()).extracting(LessonAnswer::answer).containsExactly("z");
  }

  @Test
  void learnersOfOneMachineHaveFilesOfTheirOwn() throws Exception {
    for (String who : new String[] {"", "1", "a/b", "a_b", "A", "a", ".."}) {
      LearnerProgress learner = LearnerProgress.of(folder, who);
      learner.at("first-neuron", 1, who + "!", NOW);
      learner.save();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(7);
    }
    assertThat(LearnerProgress.of(folder, "a/b").lesson("first-neuron").step()).isEqualTo("a/b!");
    assertThat(LearnerProgress.names(folder)).containsExactlyInAnyOrder("1", "a/b", "a_b", "A", "a", "..");
  }

  @Test
  void aDamagedFileIsKeptAsideAndSaidInOneSentence() throws Exception {
    String begin = "{\"version\":1,\"who\":\"\",\"group\":\"\",\"lessons\":";
    for (String damaged : List.of("", "{", "[]", "null", "{\"version\":99}", begin + "{\"a\":{}}}",
        begin + "{\"a\":null}}", "\u0000\u0001")) {
      Files.writeString(folder.resolve("progress.json"), damaged);
      LearnerProgress learner = LearnerProgress.of(folder, "");
      assertThat(learner.trouble()).as(damaged).isPresent();
      assertThat(learner.trouble().get().toString()).contains("progress.json.damaged");
      assertThat(folder.resolve("progress.json")).doesNotExist();
      learner.at("a", 1, "s", NOW);
      learner.save();
      assertThat(LearnerProgress.of(folder, "").trouble()).isEmpty();
    }
    assertThat(folder.resolve("progress.json.damaged8")).hasContent("\u0000\u0001");
  }

  @Test
  void twoWindowsOfOneLearnerKeepWhatBothAnswered() throws Exception {
    LearnerProgress one = LearnerProgress.of(folder, "x");
    LearnerProgress other = LearnerProgress.of(folder, "x");
    one.change(() -> one.at("a", 1, "s", NOW));
    other.change(() -> other.record("b", answer(1, "q", "y", Correctness.RIGHT)));
    one.change(() -> one.done("a"));
    assertThat(LearnerProgress.of(folder, "x").opened()).containsExactly("a", "b");
    other.forgetAll();
    one.change(() -> one.at("c", 1, "s", NOW));
    assertThat(LearnerProgress.of(folder, "x").opened()).as("what was forgotten does not come back").containsExactly("c");
  }

  @Test
  void forgettingRemovesIt() throws Exception {
    LearnerProgress learner = LearnerProgress.of(folder, "x");
    learner.at("a", 1, "s", NOW);
    learner.at("b", 1, "s", NOW);
    learner.forget("a");
    learner.save();
    assertThat(LearnerProgress.of(folder, "x").opened()).containsExactly("b");
    learner.forgetAll();
    assertThat(folder).isEmptyDirectory();
  }
}
