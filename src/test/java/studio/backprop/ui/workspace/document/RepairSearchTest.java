package studio.backprop.ui.workspace.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.BrokenNetworks;
import studio.backprop.train.BrokenNetworks.Broken;

/** Repairs are looked for behind a gate that the test opens: until then nobody waits, and what comes too late is not told. */
class RepairSearchTest {
  private final List<Runnable> gate = new ArrayList<>();
  private final List<Runnable> screen = new ArrayList<>();
  private final DocumentModel document = new DocumentModel(gate::add, screen::add);
  private final Broken broken =
      BrokenNetworks.all().stream().filter(one -> one.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
  private Problem problem;

  @BeforeEach
  void open() {
    document.open(Project.EMPTY.withData(DataSettings.of(broken.data())).withNetwork(n -> broken.network()), "", Optional.empty());
    problem = document.problemsProperty().get().stream().filter(p -> p.sentence().key().equals(broken.rule())).findFirst().orElseThrow();
  }

  private static void passAll(List<Runnable> waiting) {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }

  @Test
  void nobodyWaitsForTheSearchAndItsEndIsTold() {
    assertThat(document.repairs(problem)).as("being looked for").isEmpty();
    assertThat(document.repairs(problem)).isEmpty();
    assertThat(gate).as("one search however often it is asked for").hasSize(1);
    List<Number> ticks = new ArrayList<>();
    document.repairsFoundProperty().subscribe((before, now) -> ticks.add(now));
    passAll(gate);
    assertThat(document.repairs(problem)).as("found, but not told on the screen's thread yet").isEmpty();
    passAll(screen);
    assertThat(ticks).hasSize(1);
    assertThat(document.repairs(problem).orElseThrow()).extracting(Repair::title).isNotEmpty();
  }

  @Test
  void whatIsFoundForAnEarlierNetworkIsNeverShown() {
    document.repairs(problem);
    document.edit(Message.of("edit.add", "Dense"), network -> network.add(Dense.of(3, Activation.RELU), 0, 0));
    passAll(gate);
    passAll(screen);
    assertThat(document.repairsFoundProperty().get()).as("the search for the network before was given up").isZero();
    assertThat(document.repairs(problem)).as("another search, for the network as it is now").isEmpty();
    passAll(gate);
    document.undo();
    passAll(screen);
    assertThat(document.repairsFoundProperty().get()).as("an answer that comes after the network has changed is dropped").isZero();
  }
}
