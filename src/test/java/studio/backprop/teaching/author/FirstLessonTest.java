package studio.backprop.teaching.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Progression;
import studio.backprop.lesson.play.Proof;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;

/** A first lesson that the program makes of a project plays at once, in both languages. */
class FirstLessonTest {
  private static final Kernels KERNELS = KernelChoice.create(1);

  @TempDir private Path folder;

  private static Saved sample(String name) throws Exception {
    try (InputStream in = Sample.find(name).orElseThrow().open()) {
      return ProjectFile.read(name, in).saved();
    }
  }

  private NewLesson wanted(String id) {
    return new NewLesson(folder, id, "My lesson", "我的课");
  }

  private ReadLesson made(Saved open, String id) throws Exception {
    LessonWriter.write(wanted(id), FirstLesson.of(open, wanted(id), KERNELS, Progression.NONE));
    return ReadLesson.of(LessonFolder.open(folder.resolve(id)), List.of());
  }

  private static List<String> said(List<LessonProblem> problems) {
    return problems.stream().map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @Test
  void ofATrainedProjectThereIsOnlyWhatItBeganWith() throws Exception {
    Saved untrained = sample("circles");
    PreparedData data = PreparedData.load(untrained.project().data(), untrained.project().table(), Progress.NONE);
    Session session = new Session(untrained.project(), data, KERNELS, Session.initialParameters(untrained.project()));
    for (int i = 0; i < 30; i++) {
      session.step();
    }
    ReadLesson read = made(Saved.of(session), "trained");
    try (InputStream in = new ByteArrayInputStream(read.folder().file(FirstLesson.START).orElseThrow())) {
      Saved start = ProjectFile.read("start", in).saved();
      assertThat(start.progressed()).isEmpty();
      assertThat(start.beginning().parameters(start.project()).sha256())
          .isEqualTo(Session.initialParameters(untrained.project()).sha256());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "auto-mpg", "digits-cnn", "sine-rnn", "names-lstm", "karate-club", "digits-autoencoder"})
  void playsAndHoldsWhatItSaysForEveryKindOfProject(String sample) throws Exception {
    ReadLesson read = made(sample(sample), "of-" + sample);
    assertThat(said(read.problems())).isEmpty();
    assertThat(read.lessons()).containsOnlyKeys("en", "zh");
    Lesson lesson = read.lesson("en").orElseThrow();
    assertThat(said(Proof.of(lesson, read.folder(), "en.md", KERNELS))).isEmpty();
    assertThat(lesson.steps()).hasSize(3);
    assertThat(lesson.steps().get(0).asking().orElseThrow()).isInstanceOf(Directive.PredictChoice.class);
    assertThat(lesson.steps().get(1).asking().orElseThrow()).isInstanceOf(Directive.Task.class);
    assertThat(lesson.steps().get(2).asking().orElseThrow()).isInstanceOf(Directive.Explain.class);
    Directive.PredictChoice bet = (Directive.PredictChoice) lesson.steps().get(0).asking().orElseThrow();
    assertThat(bet.choices()).hasSize(3).allSatisfy(choice -> assertThat(choice.reply()).isNotBlank());
    assertThat(bet.choices().stream().map(Directive.Choice::text).distinct()).hasSize(3);
    assertThat(lesson.note().orElseThrow().minutes().stream().mapToInt(minutes -> minutes).sum()).isEqualTo(lesson.minutes());
  }

  /** As on a slow machine, or with large data. */
  @ParameterizedTest
  @EnumSource(LessonTemplate.Exercise.class)
  void readsWellWhereNotOneEpochFitsIntoTheTime(LessonTemplate.Exercise task) throws Exception {
    LessonCommand step = new LessonCommand.Steps(1, LessonCommand.Grain.STEP);
    LessonFigures figures = new LessonFigures("valid.loss", step, 2.3, 0.00042, 0.0003, 2.2);
    Map<String, byte[]> files = new LinkedHashMap<>(FirstLesson.of(sample("circles"), wanted("steps"), KERNELS, Progression.NONE));
    for (Texts texts : Texts.all()) {
      String text = new LessonTemplate(wanted("steps"), sample("circles").project(), figures, task).in(texts);
      files.put(texts.locale().getLanguage() + ".md", text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(said(ReadLesson.of(new LessonFolder("steps", files, Optional.of(folder)), List.of()).problems())).isEmpty();
    assertThat(new String(files.get("en.md"), StandardCharsets.UTF_8)).contains("after one step?", "do: step 1", "within");
  }

  @Test
  void noPlaceIsLeftUnfilledAndCommentsSayWhatToChange() throws Exception {
    Map<String, byte[]> files = FirstLesson.of(sample("circles"), wanted("places"), KERNELS, Progression.NONE);
    assertThat(files).containsOnlyKeys("start.backprop", "en.md", "zh.md");
    for (String file : List.of("en.md", "zh.md")) {
      String text = new String(files.get(file), StandardCharsets.UTF_8);
      assertThat(text).doesNotContainPattern("@[a-z]+@").contains("<!--").contains("within").contains("at epoch");
    }
    assertThat(new String(files.get("zh.md"), StandardCharsets.UTF_8)).contains("title: 我的课");
  }

  @Test
  void beginsWithTheInitialWeightsSoThatEverybodySeesTheSameNumbers() throws Exception {
    Map<String, byte[]> files = FirstLesson.of(sample("circles"), wanted("weights"), KERNELS, Progression.NONE);
    Saved start = new LessonFolder("weights", files, Optional.of(folder)).project(LessonCommand.Opening.of("start.backprop")).saved();
    assertThat(start.start().orElseThrow().sha256()).isEqualTo(Session.initialParameters(sample("circles").project()).sha256());
  }

  @Test
  void aProjectThatCannotBeTrainedGivesASentence() {
    assertThatThrownBy(() -> FirstLesson.of(Saved.of(Project.EMPTY), wanted("empty"), KERNELS, Progression.NONE))
        .isInstanceOfSatisfying(AuthorProblem.class,
            problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).startsWith("This project cannot be trained yet"));
  }

  @Test
  void aProjectWhoseTrainingBreaksGivesASentence() throws Exception {
    Saved wild = Saved.of(sample("auto-mpg").project().withTraining(training -> training.withRate(1e9)
        .withOptimizer(studio.backprop.optim.OptimizerCatalog.find("sgd").orElseThrow().fresh())));
    assertThatThrownBy(() -> FirstLesson.of(wild, wanted("wild"), KERNELS, Progression.NONE)).isInstanceOf(AuthorProblem.class);
  }

  @Test
  void canBeCancelledAndLeavesNothing() throws Exception {
    assertThatThrownBy(() -> FirstLesson.of(sample("circles"), wanted("off"), KERNELS, done -> done < 0.3))
        .isInstanceOf(CancellationException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderThatIsThereIsNotTouched() throws Exception {
    Path there = Files.createDirectories(folder.resolve("there"));
    Files.writeString(there.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> LessonWriter.write(wanted("there"), Map.of("en.md", new byte[0])))
        .isInstanceOfSatisfying(AuthorProblem.class,
            problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).contains("exists and is not empty"));
    assertThat(there).isDirectoryContaining("glob:**notes.txt");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void anEmptyFolderIsFilled() throws Exception {
    Files.createDirectories(folder.resolve("fresh"));
    LessonWriter.write(wanted("fresh"), Map.of("en.md", new byte[] {1}));
    assertThat(folder.resolve("fresh").resolve("en.md")).exists();
  }

  @Test
  void whereAFileStandsInTheWayItIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> LessonWriter.check(new NewLesson(file, "a", "A", "")))
        .isInstanceOfSatisfying(AuthorProblem.class, problem -> assertThat(problem.sentence().key()).isEqualTo("author.unwritable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "My Lesson", "课", "a--b", "-a", "../up", "con", "com1", "a/b"})
  void idsThatAreNoFolderNamesAreRefused(String id) {
    assertThat(new NewLesson(folder, id, "A", "").problem()).isPresent();
  }

  @Test
  void anIdIsMadeOfATitle() {
    assertThat(NewLesson.idOf("Too large a step!")).isEqualTo("too-large-a-step");
    assertThat(NewLesson.idOf("学习率")).isEmpty();
    assertThat(new NewLesson(folder, "a", "", "学习率").english()).isEqualTo("学习率");
  }
}
