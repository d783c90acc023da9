package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonAnswer;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

class LessonListTest {
  @TempDir private Path folder;

  /** A lesson that comes with the program, to be edited. */
  private Path copy(String... files) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve("first-neuron"));
    for (String file : files) {
      try (InputStream in = LessonListTest.class.getResourceAsStream("/lessons/first-neuron/" + file)) {
        Files.write(lesson.resolve(file), in.readAllBytes());
      }
    }
    return lesson;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void theLessonsAreListedByChapterInBothLanguages() {
    assertThat(backprop("lessons").out()).contains("learning-rate", "A step too far (15 min)");
    assertThat(backprop("lessons", "--lang", "zh").out()).contains("一个神经元学会一条直线 (8 分钟)");
  }

  @Test
  void aLessonWithoutFaultsIsGood() throws IOException {
    Ran ran = backprop("lessons", "--check", copy("en.md", "zh.md", "receipts.backprop").toString());
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("No errors.\n");
    assertThat(ran.code()).isZero();
  }

  @Test
  void faultsAreSaidWithFileLineAndColumnAndExitCodeOne() throws IOException {
    Path lesson = copy("en.md", "zh.md");
    Ran ran = backprop("lessons", "--check", lesson.toString());
    assertThat(ran.out()).contains("en.md:4:8: receipts.backprop is not in this folder. It holds: en.md, zh.md.");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(backprop("lessons", "--check", lesson.toString(), "--lang", "zh").out()).contains("zh.md:4:8: 文件夹中没有 receipts.backprop。");
    assertThat(backprop("lessons", "--check", folder.resolve("nothing").toString()).code()).isEqualTo(1);
  }

  @Test
  void aCourseIsCheckedWhole() throws IOException {
    copy("en.md", "zh.md", "receipts.backprop");
    Files.writeString(folder.resolve("contents.txt"), "# one | One | 一\nfirst-neuron\nmissing\n");
    Ran ran = backprop("lessons", "--check", folder.toString());
    assertThat(ran.out()).isEqualTo("contents.txt:3:1: There is no folder missing beside this list.\n");
    edit(folder.resolve("first-neuron/en.md"), "needs:", "needs: first-neuron");
    edit(folder.resolve("first-neuron/zh.md"), "needs:", "needs: first-neuron");
    assertThat(backprop("lessons", "--check", folder.toString()).out())
        .contains("These lessons need each other: first-neuron, first-neuron.");
    edit(folder.resolve("first-neuron/en.md"), "revision: 5", "revision: 6");
    assertThat(backprop("lessons", "--check", folder.toString()).out()).contains("first-neuron/zh.md:1: Revision 5");
  }

  @Test
  void whatDoesNotHoldIsProvedWithHowManySeeds() throws IOException {
    Path lesson = copy("en.md", "receipts.backprop");
    edit(lesson.resolve("en.md"), "expect: ", "expect: run.step = 77 and ");
    Ran ran = backprop("lessons", "--prove", lesson.toString());
    assertThat(ran.out()).contains("does not hold with seed 0", "It was so with 3 of 3 seeds.");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void settingsAndNodesAreListed() {
    Ran ran = backprop("lessons", "--settings");
    assertThat(ran.out()).contains("data noise 0.5", "optimizer sgd | ", "node NAME activation none | relu", "patience 10 | off");
    assertThat(backprop("lessons", "--nodes", "circles").out()).contains("dense", "units");
  }

  @Test
  void resultsAreExportedCollectedAndForgotten() throws Exception {
    LearnerProgress learner = LearnerProgress.of(folder, "王");
    learner.record("learning-rate", new LessonAnswer(1, "race", "order", "c b a d", Correctness.WRONG, 3, 1, 0, 12.5));
    learner.save();
    Path out = folder.resolve("out");
    assertThat(backprop(folder, "lesson", "learning-rate", "--who", "王", "--class", "8b", "--results", out.toString()).code()).isZero();
    Ran collected = backprop("lessons", "--collect", out.toString());
    assertThat(collected.out().lines().toList().get(1)).matches("learning-rate +race +order +0 of 1 +1 +0 +12\\.5");
    assertThat(out.resolve("questions.csv")).exists();
    assertThat(backprop(folder, "lesson", "learning-rate", "--who", "王", "--reset").code()).isZero();
    assertThat(backprop(folder, "lesson", "learning-rate", "--who", "王", "--reset").code()).isEqualTo(1);
  }

  @Test
  void resultsOfAllLearnersOfOneMachineAreWrittenEachWithItsName() throws Exception {
    for (String who : new String[] {"", "Mira", "王"}) {
      LearnerProgress learner = LearnerProgress.of(folder, who);
      learner.record("learning-rate", new LessonAnswer(1, "race", "order", "c b a d", Correctness.RIGHT, 2, 1, 0, 8));
      learner.save();
    }
    Path out = folder.resolve("out");
    assertThat(backprop(folder, "lesson", "learning-rate", "--results", out.toString()).err().lines()).hasSize(3);
    Ran collected = backprop("lesson", "--collect", out.toString());
    assertThat(collected.err()).contains("3 tables", "3 learners");
    assertThat(collected.out()).isEqualTo(backprop("lessons", "--collect", out.toString()).out()).contains("3 of 3");
    assertThat(Files.readString(out.resolve("all-results.csv"))).contains("Mira", "王");
  }

  @Test
  void withoutALessonAllThatALearnerAnsweredIsInOneTable() throws Exception {
    LearnerProgress learner = LearnerProgress.of(folder, "");
    learner.record("learning-rate", new LessonAnswer(1, "race", "order", "c b a d", Correctness.RIGHT, 2, 1, 0, 8));
    learner.record("bias", new LessonAnswer(1, "why", "reason", "zero", Correctness.RIGHT, 0, 1, 0, 5));
    learner.save();
    Path out = folder.resolve("out");
    assertThat(backprop(folder, "lesson", "--results", out.toString()).code()).isZero();
    assertThat(backprop("lesson", "--collect", out.toString()).err()).contains("1 table", "1 learner.");
    assertThat(backprop(folder.resolve("nobody"), "lesson", "--results", out.toString()).code()).isEqualTo(1);
  }

  @Test
  void aLessonThatIsMisspelledIsNamed() {
    assertThat(backprop("lesson", "learnig-rate").err()).contains("no lesson learnig-rate", "Did you mean learning-rate?");
  }

  @Test
  void aGuideIsPrintedForALessonAndForAPlan() throws Exception {
    Path out = folder.resolve("guides");
    Ran ran = backprop("lesson", "bias", "--print", "teacher", "--language", "zh", "--paper", "letter", "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(out.resolve("bias-teacher-zh-letter.pdf")).exists();
    assertThat(Files.readString(out.resolve("bias-teacher-zh-letter.html"))).contains("偏置有什么用", "size: letter");
    assertThat(backprop("lesson", "--print", "teacher").err()).contains("Which lesson?");
    assertThat(backprop("lessons").out()).contains("Class plans", "class-45");
    assertThat(backprop("lesson", "class-45").opened()).contains(Path.of("class-45"));
  }

  @Test
  void onlyOneThingIsDoneAtOnce() {
    assertThat(backprop("lessons", "--settings", "--nodes", "circles").code()).isEqualTo(2);
  }
}
