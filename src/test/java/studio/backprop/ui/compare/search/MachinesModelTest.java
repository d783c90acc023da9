package studio.backprop.ui.compare.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.ManualPulse;

/** What a person is told to run on the other machines reaches this one. */
class MachinesModelTest {
  private static MachinesModel model(String... addresses) {
    return new MachinesModel(new Machines() {
      @Override
      public Listening listen(String address, String secret, Consumer<List<String>> members) {
        throw new IllegalStateException("nobody listens here");
      }

      @Override
      public List<String> addresses() {
        return List.of(addresses);
      }
    }, new ManualPulse());
  }

  @Test
  void theCommandNamesTheAddressInTheNetworkAndThePortThatIsTyped() {
    MachinesModel model = model("192.0.2.2");
    assertThat(model.command()).contains("--cluster 192.0.2.2:7800 ");
    model.addressProperty().set("0.0.0.0:7901");
    assertThat(model.command()).contains("--cluster 192.0.2.2:7901 ");
    assertThat(model.addresses()).containsExactly("192.0.2.2:7901");
    model.addressProperty().set("");
    assertThat(model.addresses()).containsExactly("192.0.2.2:7800");
  }

  @Test
  void aMachineWithoutANetworkNamesItself() {
    assertThat(model().command()).contains("--cluster 127.0.0.1:7800 ");
  }
}
