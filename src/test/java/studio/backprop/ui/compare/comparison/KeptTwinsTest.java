package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.compare.KeptTwins;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

/** Twins that were set up stay with their project. */
class KeptTwinsTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final WorkModel work = new WorkModel(document, run, pulse);
  private final ComparisonModel twins = new ComparisonModel(document, run, new ComparisonRunner(kernels, 2), pulse);
  private Project drawn;
  private KeptTwins two;

  @BeforeEach
  void begin() throws Exception {
    drawn = SampleProject.of("circles");
    two = KeptTwins.of(List.of(drawn, drawn.withTraining(training -> training.withSeed(7))))
        .with(Optional.of(new SurfaceStart("ravine", 1, 2)));
  }

  @AfterEach
  void close() {
    twins.close();
    work.close();
    run.close();
  }

  private void open(Saved saved) {
    run.files().open(() -> document.open(saved.project(), "circles", Optional.empty()), saved);
    pulse.until(() -> run.snapshot().isPresent());
    twins.open();
    pulse.until(() -> twins.statusProperty().get().number() == twins.start() && twins.statusProperty().get().state() == State.PAUSED);
  }

  private KeptTwins saved() throws Exception {
    return run.files().toSave().get().twins();
  }

  private void move() {
    document.edit(Message.of("edit.rate"), network -> network.with(2, node -> node.movedTo(1, 1)));
  }

  @Test
  void thePageBeginsWithThoseOfTheFileAndNothingIsUnsaved() throws Exception {
    open(Saved.of(drawn).with(two));
    assertThat(twins.setup().variants()).isEqualTo(two.variants());
    assertThat(work.isUnsaved()).isFalse();
    assertThat(saved()).isEqualTo(two);
  }

  @Test
  void thoseThatThePageProposesByItselfAreNotKept() throws Exception {
    open(Saved.of(drawn));
    assertThat(twins.setup().variants()).hasSize(4);
    assertThat(saved()).isEqualTo(KeptTwins.NONE);
    assertThat(work.isUnsaved()).isFalse();
  }

  @Test
  void thoseThatAPersonSetsUpAreAnEditThatIsSaved() throws Exception {
    open(Saved.of(drawn).with(two));
    twins.setup().add();
    assertThat(work.editedProperty().get()).isTrue();
    assertThat(work.isUnsaved()).isTrue();
    assertThat(saved().variants()).hasSize(3).isEqualTo(twins.setup().variants());
    assertThat(saved().surface()).isEqualTo(two.surface());
    work.savedAt(work.moment());
    assertThat(work.isUnsaved()).isFalse();
    assertThat(work.editedProperty().get()).isFalse();
  }

  @Test
  void theyBelongToTheProjectAsLongAsItLearnsTheSame() throws Exception {
    open(Saved.of(drawn).with(two));
    move();
    assertThat(saved()).isEqualTo(two);
    twins.open();
    assertThat(twins.setup().variants()).isEqualTo(two.variants());
    document.apply(new Edit<>(Message.of("edit.rate"),
        project -> project.withTraining(training -> training.withRate(0.5))));
    assertThat(saved()).isEqualTo(KeptTwins.NONE);
    document.undo();
    assertThat(saved()).isEqualTo(two);
  }

  @Test
  void thePageThatIsLeftIsThatOfTheProjectAndNoEdit() throws Exception {
    open(Saved.of(drawn).with(two.onPage("landscape")));
    assertThat(twins.page()).isEqualTo("landscape");
    twins.keepPage("tries");
    assertThat(saved().page()).isEqualTo("tries");
    assertThat(work.isUnsaved()).isFalse();
    open(Saved.of(drawn));
    assertThat(twins.page()).isEmpty();
    run.files().searchProperty().set(Optional.of(SearchRecord.of(drawn, SearchSettings.of(Space.NONE, SearchGoal.LOSS))));
    assertThat(twins.page()).as("it has planned a search").isEqualTo("search");
  }

  @Test
  void anotherProjectHasItsOwn() throws Exception {
    open(Saved.of(drawn).with(two));
    open(Saved.of(drawn));
    assertThat(saved()).isEqualTo(KeptTwins.NONE);
  }

  @Test
  void thoseOfAFileThatCannotBeTrainedAreNotShown() throws Exception {
    Project broken = drawn.withNetwork(network -> network.unwire(1, 2));
    open(Saved.of(drawn).with(KeptTwins.of(List.of(drawn, broken))));
    assertThat(twins.setup().variants()).hasSize(4).doesNotContain(broken);
  }
}
