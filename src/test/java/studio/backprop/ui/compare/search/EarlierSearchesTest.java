package studio.backprop.ui.compare.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.run.Trainer;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** A search that another one takes the place of can be compared with it, and brought back. */
@Timeout(60)
class EarlierSearchesTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final SearchModel model = new SearchModel(document, run, new MachinesModel(new Machines() {
    @Override
    public Listening listen(String address, String secret, Consumer<List<String>> members) {
      throw new IllegalStateException("nobody listens here");
    }

    @Override
    public List<String> addresses() {
      return List.of();
    }
  }, pulse), pulse);

  @BeforeEach
  void open() {
    run.files().open(() -> document.open(SearchProjects.iris(), "iris", Optional.empty()), Optional.empty(), Optional.empty());
    model.plan().add(model.plan().known("rate").orElseThrow());
    model.plan().change(now -> now.withLongest(3).withBudget(SearchBudget.epochs(9)));
    play();
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  private void play() {
    model.play(now -> false);
    pulse.until(() -> model.stateProperty().get() == SearchModel.State.RESTING);
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void anotherMethodIsDrawnBesideItAndItComesBackAndGoesOn() {
    SearchRecord asha = model.search();
    assertThat(asha.trials()).hasSizeGreaterThan(3);
    model.plan().change(now -> now.withMethod(SearchMethod.RANDOM));
    play();
    SearchRecord random = model.search();
    assertThat(random.trials()).hasSize(3);
    assertThat(model.earlier().comparable(random)).extracting(one -> one.settings().method()).containsExactly(SearchMethod.ASHA);

    model.earlier().bringBack(model.earlier().all().get(0));
    assertThat(model.search().trials()).extracting(one -> one.sha256()).isEqualTo(asha.trials().stream().map(one -> one.sha256()).toList());
    assertThat(model.plan().settings()).isEqualTo(asha.settings());
    assertThat(model.earlier().all()).extracting(one -> one.settings().method()).containsExactly(SearchMethod.RANDOM);
    assertThat(run.files().searchProperty().get()).as("the file keeps it").contains(model.search());
    model.plan().change(now -> now.withBudget(SearchBudget.epochs(15)));
    play();
    assertThat(model.search().reports()).hasSizeGreaterThan(asha.reports().size());
    assertThat(model.search().reports().subList(0, asha.reports().size())).isEqualTo(asha.reports());
  }

  @Test
  void itsSpaceComesBackTooAndUndoGivesTheLaterOne() {
    Space first = model.plan().space();
    model.plan().add(model.plan().known("batch").orElseThrow());
    Space later = model.plan().space();
    play();
    assertThat(model.earlier().comparable(model.search())).as("of another space").hasSize(1);
    model.earlier().bringBack(model.earlier().all().get(0));
    assertThat(model.plan().space()).isEqualTo(first);
    assertThat(model.changed()).isFalse();
    document.undo();
    assertThat(model.plan().space()).isEqualTo(later);
    assertThat(model.changed()).isTrue();
  }

  @Test
  void trialsThatWereRemovedComeBackOneByOneUntilTheSearchGoesOn() {
    SearchRecord whole = model.search();
    model.hand().drop(2);
    model.hand().drop(1);
    assertThat(model.search().count(Trial.State.DROPPED)).isEqualTo(2);
    assertThat(model.hand().restore()).isTrue();
    assertThat(model.hand().removed()).contains(2);
    assertThat(model.hand().restore()).isTrue();
    assertThat(model.search()).isEqualTo(whole);
    assertThat(model.hand().restore()).isFalse();
    model.hand().drop(2);
    model.plan().change(now -> now.withBudget(SearchBudget.epochs(12)));
    play();
    assertThat(model.hand().removed()).as("trials were drawn since without it").isEmpty();
  }

  @Test
  void nothingIsLeftOfThemInAnotherProject() {
    model.reset();
    assertThat(model.earlier().all()).hasSize(1);
    run.files().open(() -> document.open(SearchProjects.iris(), "other", Optional.empty()), Optional.empty(), Optional.empty());
    assertThat(model.earlier().all()).isEmpty();
  }
}
