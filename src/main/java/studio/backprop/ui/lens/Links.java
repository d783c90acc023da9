package studio.backprop.ui.lens;

import java.util.List;
import java.util.OptionalInt;

/** Which numbers a number comes from, for what connects cells one by one. Places are row-major within one example, counted from 0. */
interface Links {
  /** One number of an input: which input, and its place there. */
  record Source(int inlet, int place) {}

  /** What a number of the output comes from. */
  List<Source> sources(int output);

  /** Of these the one that decides, as in a max pool, by its place in {@link #sources}; empty where all count. */
  default OptionalInt winner(int output) {
    return OptionalInt.empty();
  }

  /** How it comes about, in a sentence. */
  String sentence(LensDesk desk, int output);
}
