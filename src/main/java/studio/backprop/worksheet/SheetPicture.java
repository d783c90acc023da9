package studio.backprop.worksheet;

import java.util.List;
import studio.backprop.text.Message;

/** Presentation of the givens of a sheet. */
public sealed interface SheetPicture {
  /** Network of two inputs, two hidden units and an output, with the givens at its edges. */
  record Net(String activation) implements SheetPicture {}

  /**
   * Numbers in a grid.
   *
   * @param title may be empty
   * @param heads of the columns; may be empty
   * @param rows their heads; may be empty
   */
  record Grid(Message title, List<Message> heads, List<Message> rows, List<List<String>> names) implements SheetPicture {}

  /** Names with their values in a row. */
  record Values(List<String> names) implements SheetPicture {}

  /** Names and values in a sentence with further assumptions. */
  record Sentence(Message sentence) implements SheetPicture {}
}
