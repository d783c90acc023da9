package studio.backprop.ui.workspace.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Analysis;
import studio.backprop.network.Influence;
import studio.backprop.network.Network;

/** The one number of a node's answer that a person points at, with all numbers that it was made from and that it goes into. */
public final class PointedCell {
  private final ReadOnlyObjectWrapper<Optional<Influence>> influence = new ReadOnlyObjectWrapper<>(this, "influence", Optional.empty());
  private Network network = Network.EMPTY;
  private Analysis analysis = network.analyse();

  /** Empty while none is pointed at. */
  public ReadOnlyObjectProperty<Optional<Influence>> influenceProperty() {
    return influence.getReadOnlyProperty();
  }

  /** @param place row-major; −1 for none */
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

  /** The shapes of the network in which was pointed last. */
  public Analysis analysis() {
    return analysis;
  }

  /** The mouse has left. */
  public void leave() {
    influence.set(Optional.empty());
  }
}
