package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class VariantCommandsTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final ComparisonModel twins = new ComparisonModel(document, run, new ComparisonRunner(kernels, 2), pulse);
  private final List<String> done = new ArrayList<>();
  private final List<Command> commands = VariantCommands.all(twins, lane -> done.add("edit " + lane), lane -> done.add("keep " + lane));

  @BeforeEach
  void open() {
    Project drawn = SampleProject.of("circles");
    run.files().open(() -> document.open(drawn, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    assertThat(possible()).as("nothing is compared yet").noneMatch(title -> title.startsWith("Keep") || title.startsWith("Play"));
    twins.open();
    pulse.until(() -> twins.statusProperty().get().state() == State.PAUSED && twins.statusProperty().get().number() == twins.start());
  }

  @AfterEach
  void close() {
    twins.close();
    run.close();
  }

  private static String title(Command command) {
    return Texts.ENGLISH.say(command.title());
  }

  private List<String> possible() {
    return commands.stream().filter(command -> command.possible().get()).map(VariantCommandsTest::title).toList();
  }

  private void give(String title) {
    commands.stream().filter(command -> title(command).equals(title)).findFirst().orElseThrow().run();
  }

  @Test
  void whatTheProjectHasIsComparedByItsName() {
    assertThat(possible()).contains("Compare: Optimizers", "Compare: Batch sizes").doesNotContain("Compare: Methods");
    give("Compare: Optimizers");
    assertThat(twins.setup().variants()).isEqualTo(Proposal.OPTIMIZERS.of(document.project()));
    give("Compare: Methods");
    assertThat(twins.setup().variants()).as("only agents have methods").isEqualTo(Proposal.OPTIMIZERS.of(document.project()));
  }

  @Test
  void lanesThatAreThereAreChangedKeptAndRemoved() {
    assertThat(possible()).contains("Change variant D", "Remove variant D", "Keep variant D").doesNotContain("Add a variant");
    give("Remove variant D");
    give("Remove variant A");
    assertThat(twins.setup().variants()).hasSize(2);
    assertThat(possible()).contains("Keep variant B", "Add a variant")
        .doesNotContain("Keep variant C", "Change variant C", "Remove variant A", "Remove variant B");
    give("Keep variant C");
    give("Keep variant B");
    give("Change variant A");
    assertThat(done).containsExactly("keep 1", "edit 0");
    give("Add a variant");
    assertThat(twins.setup().variants()).hasSize(3).last().isEqualTo(document.project());
  }

  @Test
  void theyTakeTheStepsThatTheKeysTake() {
    give("Train one batch");
    pulse.until(() -> twins.step() == 1);
    pulse.until(() -> twins.statusProperty().get().state() == State.PAUSED);
    give("Train to the end of the epoch");
    pulse.until(() -> twins.epoch() == 1);
    give("Change only one setting");
    assertThat(twins.setup().guardedProperty().get()).isFalse();
    give("Speed: 20/s");
    assertThat(twins.speedProperty().get()).isEqualTo(20);
  }

  @Test
  void eachKeyMeansOneCommand() {
    assertThat(commands.stream().flatMap(command -> command.keys().stream())).doesNotHaveDuplicates().contains("Space", "Home");
  }
}
