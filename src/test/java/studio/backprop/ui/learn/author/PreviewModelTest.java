package studio.backprop.ui.learn.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.play.Progression;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.teaching.author.FirstLesson;
import studio.backprop.teaching.author.LessonWriter;
import studio.backprop.teaching.author.NewLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** A lesson is read anew at each save; the last good version stays, and the check says what does not hold. */
class PreviewModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final List<ReadLesson> renewed = new ArrayList<>();

  @TempDir private Path parent;
  private Path folder;
  private PreviewModel model;

  @BeforeEach
  void open() throws Exception {
    NewLesson wanted = new NewLesson(parent, "mine", "Mine", "我的");
    try (InputStream in = Sample.find("circles").orElseThrow().open()) {
      LessonWriter.write(wanted, FirstLesson.of(ProjectFile.read("circles", in).saved(), wanted, KernelChoice.create(1), Progression.NONE));
    }
    folder = wanted.folder();
    model = new PreviewModel(folder, ReadLesson.of(LessonFolder.open(folder), List.of()), "en", pulse);
    model.onRenewed(renewed::add);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private void replace(String file, String old, String now) throws Exception {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(folder.resolve(file), text.replace(old, now));
  }

  private void read(int times) {
    pulse.until(() -> model.readingsProperty().get() == times);
  }

  @Test
  void aSavedChangeIsReadAnew() throws Exception {
    assertThat(model.problems()).isEmpty();
    replace("en.md", "title: Mine", "title: Mine, and better");
    read(1);
    assertThat(renewed).hasSize(1);
    assertThat(renewed.get(0).lesson("en").orElseThrow().title()).isEqualTo("Mine, and better");
    assertThat(model.olderProperty().get()).isFalse();
  }

  @Test
  void aFaultIsSaidWithItsPlaceAndTheGoodVersionStays() throws Exception {
    replace("en.md", "controls: rate", "controls: rat");
    read(1);
    assertThat(renewed).isEmpty();
    assertThat(model.olderProperty().get()).isTrue();
    assertThat(model.errors()).isPositive();
    assertThat(model.problems().get(0).say(Texts.ENGLISH)).matches("en\\.md:\\d+:11: .*rat.*Did you mean rate.*");
    model.check();
    assertThat(model.progressProperty().get()).isNegative();
    replace("en.md", "controls: rat,", "controls: rate,");
    read(2);
    assertThat(renewed).hasSize(1);
    assertThat(model.problems()).isEmpty();
  }

  @Test
  void oneLanguageIsPlayedWhileTheOtherOneIsBehind() throws Exception {
    replace("en.md", "minutes: 8", "minutes: 9");
    replace("en.md", "time: 2 4 2", "time: 2 5 2");
    replace("en.md", "solve: rate 0.0003", "solve: rate 0.0002");
    read(1);
    assertThat(model.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.file()).isEqualTo("zh.md"));
    assertThat(model.olderProperty().get()).isFalse();
    assertThat(model.alone()).isTrue();
    assertThat(renewed).singleElement().satisfies(one -> assertThat(one.lessons()).containsOnlyKeys("en"));
    assertThat(renewed.get(0).lesson("zh").orElseThrow().minutes()).as("the only one there is").isEqualTo(9);
    model.speak("zh");
    assertThat(renewed.get(1).lessons()).containsOnlyKeys("zh");
    replace("zh.md", "minutes: 8", "minutes: 9");
    replace("zh.md", "time: 2 4 2", "time: 2 5 2");
    replace("zh.md", "solve: rate 0.0003", "solve: rate 0.0002");
    pulse.until(() -> model.problems().isEmpty());
    assertThat(model.alone()).isFalse();
    assertThat(renewed.get(renewed.size() - 1).lessons()).containsOnlyKeys("en", "zh");
  }

  @Test
  void aFolderThatIsGoneIsSaid() throws Exception {
    Path away = parent.resolve("away");
    Files.move(folder, away);
    read(1);
    assertThat(model.troubleProperty().get()).isPresent();
    assertThat(renewed).isEmpty();
    Files.move(away, folder);
    read(2);
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(renewed).hasSize(1);
  }

  @Test
  void theCheckSaysWhatHolds() throws Exception {
    model.check();
    assertThat(model.progressProperty().get()).isNotNegative();
    pulse.until(() -> model.provedProperty().get().isPresent());
    assertThat(model.provedProperty().get().get()).isEmpty();
    for (String file : List.of("en.md", "zh.md")) {
      replace(file, "solve: rate 0.0003", "solve: rate 0.03");
    }
    read(1);
    assertThat(model.provedProperty().get()).isEmpty();
    model.check();
    pulse.until(() -> model.provedProperty().get().isPresent());
    assertThat(model.provedProperty().get().get()).singleElement()
        .satisfies(problem -> assertThat(problem.say(Texts.ENGLISH)).startsWith("en.md:"));
  }

  @Test
  void theCheckCanBeCancelled() {
    model.check();
    model.cancel();
    assertThat(model.progressProperty().get()).isNegative();
    model.check();
    pulse.until(() -> model.provedProperty().get().isPresent());
    assertThat(model.provedProperty().get().get()).isEmpty();
  }

  @Test
  void aLessonIsMadeInTheBackgroundAndWhatIsWrongIsSaid() throws Exception {
    DocumentModel document = new DocumentModel();
    try (RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse)) {
      NewLessonModel fresh = new NewLessonModel(document, run, pulse);
      List<Path> made = new ArrayList<>();
      fresh.onCreated(made::add);
      fresh.suggest(() -> parent);
      fresh.englishProperty().set("My second lesson");
      assertThat(fresh.idProperty().get()).isEqualTo("my-second-lesson");
      fresh.create();
      pulse.until(() -> fresh.problemProperty().get() != null);
      assertThat(Texts.ENGLISH.say(fresh.problemProperty().get())).startsWith("This project cannot be trained yet: The canvas is empty");
      try (InputStream in = Sample.find("xor").orElseThrow().open()) {
        var saved = ProjectFile.read("xor", in).saved();
        run.files().open(() -> document.open(saved.project(), "xor", Optional.empty()), saved);
      }
      pulse.until(() -> run.snapshot().isPresent());
      fresh.idProperty().set("mine");
      fresh.create();
      pulse.until(() -> fresh.problemProperty().get() != null);
      assertThat(Texts.ENGLISH.say(fresh.problemProperty().get())).contains("exists and is not empty");
      assertThat(fresh.englishProperty().get()).isEqualTo("My second lesson");
      fresh.idProperty().set("second");
      fresh.create();
      pulse.until(() -> !made.isEmpty());
      assertThat(made).containsExactly(parent.resolve("second"));
      assertThat(ReadLesson.of(LessonFolder.open(made.get(0)), List.of()).problems()).isEmpty();
    }
  }
}
