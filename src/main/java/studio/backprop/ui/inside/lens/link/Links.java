package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/** Dependencies of output elements on input elements. Indices are row-major within one example, zero-based. */
public interface Links {
  /** Input element: index of the input, and in it. */
  record Source(int inlet, int place) {}

  List<Source> sources(int output);

  /** Index in {@link #sources} of the one that decides, as in a max pool; empty where all count. */
  default OptionalInt winner(int output) {
    return OptionalInt.empty();
  }

  /** Inputs, a picture each. */
  default List<Tensors> streams(NodeTrace look) {
    return look.given();
  }

  /** The output. */
  default Tensors answer(NodeTrace look) {
    return look.output();
  }

  /** Resource key of an input's name; empty where it is numbered. */
  default Optional<String> name(int inlet) {
    return Optional.empty();
  }

  /** Whether an input has a colour scale of its own. */
  default boolean apart(int inlet) {
    return false;
  }

  /** Whether the gradient of an input is more than that of this node, because other nodes read it too. */
  default boolean summed(int inlet) {
    return false;
  }

  /** Operator between two inputs; empty for none. */
  default String sign() {
    return "";
  }

  /** Targets of an input element; empty where the layer itself knows. */
  default Optional<int[]> targets(int inlet, int place) {
    return Optional.empty();
  }

  /** Input elements that decide the output: outlined while nothing is hovered. */
  default int[] deciding(int inlet) {
    return new int[0];
  }

  /** Explanation of an output element. */
  String sentence(LensDesk desk, int output);

  /** Formatted gradient of an element; a dash if unknown. */
  static String slope(Numbers numbers, Tensors of, int place) {
    return of.grads() == null ? "–" : numbers.significant(of.grads()[place], 4);
  }
}
