package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Renderer of one kind of output. */
interface Picture {
  Region node();

  /**
   * Draws an output of this picture's kind.
   *
   * @param anew whether colours or texts have changed too
   */
  void show(NetworkOutput answer, boolean anew);

  /** Updates the selected example. */
  void mark();

  /** Updates the hovered neuron. */
  default void point() {
    // most pictures show no single neurons
  }

  /** Replacement of the title, as while a single neuron is shown or the user plays; empty for none. */
  default Optional<String> unit() {
    return Optional.empty();
  }

  /** @param changed notified when the picture changes its title by itself */
  default void onTitle(Runnable changed) {
    // most have a constant title
  }

  /** Switch at the end of the title line. */
  default Optional<Node> tool() {
    return Optional.empty();
  }

  /** Secondary text of the title line, in several lengths, longest first. */
  List<String> detail(NetworkOutput answer);
}
