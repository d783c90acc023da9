package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;

class InfoTest {
  @TempDir private Path folder;

  @Test
  void everyNodeIsShownWithItsShapeItsAxesAndItsParameters() {
    Ran ran = backprop("info", "mnist-lenet5");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("6×28×28 (channel, height, width)").contains("400 (feature)").contains("48,120");
    assertThat(ran.out()).contains("Parameters: 61,706").contains("at batch size 64");
  }

  @Test
  void nodesAreListedFromTheDataToTheLossInWhateverOrderTheyWereAdded() throws Exception {
    Network network = Network.EMPTY.add(Dense.of(3, Activation.RELU), 0, 0).add(Input.row(2), 0, 0).wire(2, 1);
    Path file = folder.resolve("turned.backprop");
    ProjectFile.write(
        file, Saved.of(new Project(network, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD)));
    assertThat(backprop("info", file.toString()).out()).containsSubsequence("input_1", "dense_1");
  }

  @Test
  void chineseColumnsStandBelowEachOther() {
    String[] lines = backprop("info", "iris", "--lang", "zh").out().split("\n");
    int place = Table.width(lines[0].substring(0, lines[0].indexOf("参数")));
    assertThat(Table.width(lines[2].substring(0, lines[2].indexOf("80")))).isEqualTo(place);
  }

  @Test
  void anUnfinishedNetworkIsShownWithTheSentencesAndExitCodeOne() throws Exception {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(3, Activation.RELU), 0, 0).wire(1, 2);
    Path file = folder.resolve("half.backprop");
    ProjectFile.write(
        file, Saved.of(new Project(network, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD)));
    Ran ran = backprop("info", file.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("3 (feature)");
    assertThat(ran.err()).isEqualTo("The network has no loss: add a Loss after its last layer.\n");
  }
}
