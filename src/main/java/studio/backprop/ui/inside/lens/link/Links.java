package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/** Which numbers a number comes from, for what connects cells one by one. Places are row-major within one example, counted from 0. */
public interface Links {
  /** One number of an input: which input, and its place there. */
  record Source(int inlet, int place) {}

  /** What a number of the output comes from. */
  List<Source> sources(int output);

  /** Of these the one that decides, as in a max pool, by its place in {@link #sources}; empty where all count. */
  default OptionalInt winner(int output) {
    return OptionalInt.empty();
  }

  /** What comes in, one picture for each inlet. */
  default List<Tensors> streams(NodeTrace look) {
    return look.given();
  }

  /** What comes of it. */
  default Tensors answer(NodeTrace look) {
    return look.output();
  }

  /** What an inlet is called, by its key; empty where it is called by its number. */
  default Optional<String> name(int inlet) {
    return Optional.empty();
  }

  /** Whether the numbers of an inlet have a scale of their own. */
  default boolean apart(int inlet) {
    return false;
  }

  /** Whether the gradient of an inlet is more than what this node sends back: other nodes read it, too, and gradients add up. */
  default boolean summed(int inlet) {
    return false;
  }

  /** What stands between two inlets; empty where nothing does. */
  default String sign() {
    return "";
  }

  /** Where a number of an inlet goes; empty where the layer itself knows. */
  default Optional<int[]> targets(int inlet, int place) {
    return Optional.empty();
  }

  /** The numbers of an inlet that decide what comes of it: ringed while nothing is pointed at. */
  default int[] deciding(int inlet) {
    return new int[0];
  }

  /** How it comes about, in a sentence. */
  String sentence(LensDesk desk, int output);

  /** ∂L/∂ of a number as it is written; a dash where none is known. */
  static String slope(Numbers numbers, Tensors of, int place) {
    return of.grads() == null ? "–" : numbers.significant(of.grads()[place], 4);
  }
}
