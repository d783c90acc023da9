package studio.backprop.ui.workspace.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Analysis;
import studio.backprop.network.Influence;
import studio.backprop.network.Network;

/** The cell under the mouse, with the cells that influence it and those that it influences. */
public final class PointedCell {
  private final ReadOnlyObjectWrapper<Optional<Influence>> influence = new ReadOnlyObjectWrapper<>(this, "influence", Optional.empty());
  private Network network = Network.EMPTY;
  private Analysis analysis = network.analyse();

  public ReadOnlyObjectProperty<Optional<Influence>> influenceProperty() {
    return influence.getReadOnlyProperty();
  }

  /** @param place row-major index; −1 for none */
  public void point(Network in, int node, int place) {
    boolean known = in == network && influence.get().filter(now -> now.node() == node && now.place() == place).isPresent();
    if (!known) {
      analyse(in);
      influence.set(Influence.of(in, analysis, node, place));
    }
  }

  private void analyse(Network in) {
    if (in != network) {
      network = in;
      analysis = in.analyse();
    }
  }

  /** Shapes of the network of the last cell. */
  public Analysis analysis() {
    return analysis;
  }

  public void leave() {
    influence.set(Optional.empty());
  }
}
