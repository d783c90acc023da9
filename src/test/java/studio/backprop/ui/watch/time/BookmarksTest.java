package studio.backprop.ui.watch.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.watch.time.Bookmarks.Bookmark;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunModel;

class BookmarksTest {
  private static final long STEPS = 100;
  private static final long FORK = 50;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final TimeModel model = new TimeModel(run);
  private final Bookmarks bookmarks = model.bookmarks();

  @BeforeEach
  void train() throws Exception {
    Project circles = SampleProject.of("circles");
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    trainer.playSteps(STEPS);
    pulse.until(() -> !run.playing() && model.newest() == STEPS && run.history().lastStep() == STEPS);
    pulse.until(() -> !bookmarks.allProperty().get().isEmpty());
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  private List<String> names() {
    return bookmarks.allProperty().get().stream().map(mark -> mark.name().key()).toList();
  }

  private Bookmark found(String key) {
    return bookmarks.allProperty().get().stream().filter(mark -> mark.name().key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void theRunMarksWhereItsFirstEpochEndedAndWhereItWasBest() {
    assertThat(found("bookmark.epoch").step()).isEqualTo(model.batchesPerEpoch());
    long best = found("bookmark.best").step();
    double least = run.history().epochs().stream().mapToDouble(epoch -> epoch.validation().loss()).min().orElseThrow();
    assertThat(run.history().epochs()).anyMatch(epoch -> epoch.step() == best && epoch.validation().loss() == least);
    Numbers numbers = new Numbers(Texts.ENGLISH.locale());
    assertThat(found("bookmark.best").said(RoundTexts.at(null, best), numbers)).hasToString(
        "Best validation loss: step " + best + ", validation loss " + numbers.significant(least, 3));
    long right = found("bookmark.right").step();
    assertThat(run.history().epochs().stream().filter(epoch -> epoch.step() < right))
        .noneMatch(epoch -> epoch.validation().accuracy() >= 0.9);
  }

  @Test
  void aPersonMarksAStepNamesItAndRemovesIt() {
    model.goTo(33);
    pulse.until(() -> model.stands(33));
    model.bookmark();
    bookmarks.rename(found("bookmark.own"), " here ");
    assertThat(found("bookmark.named")).satisfies(mark -> {
      assertThat(mark.step()).isEqualTo(33);
      assertThat(mark.name()).isEqualTo(Message.of("bookmark.named", "here"));
    });
    model.goTo(60);
    model.goTo(33);
    model.bookmark();
    assertThat(names()).doesNotContain("bookmark.named", "bookmark.own");
  }

  @Test
  void aBranchHasTheMarksBeforeItBeganAndOneWhereItDid() {
    bookmarks.toggle(20);
    bookmarks.toggle(STEPS - 1);
    model.goTo(FORK);
    pulse.until(() -> model.stands(FORK));
    Run before = run.runProperty().get();
    run.branching().branch(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withRate(0.1))));
    pulse.until(() -> run.runProperty().get() != before && model.newest() == STEPS && !run.playing());
    assertThat(found("bookmark.branch").step()).isEqualTo(FORK);
    assertThat(bookmarks.allProperty().get().stream().filter(Bookmark::own)).extracting(Bookmark::step).containsExactly(20L);
    run.restarts().reset();
    pulse.until(() -> run.runProperty().get() != before && model.newest() == 0);
    assertThat(names()).as("of the new run").isEmpty();
  }

  @Test
  void aFaultIsMarked() {
    document.apply(new Edit<>(Message.of("edit.rate"), project -> project.withTraining(training -> training.withRate(1e30))));
    trainer.playSteps(20);
    pulse.until(() -> run.statusProperty().get().state() == Status.State.FAULT && names().contains("bookmark.fault"));
    assertThat(found("bookmark.fault").step()).isEqualTo(model.newest());
  }
}
