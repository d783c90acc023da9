package studio.backprop.ui.compare.comparison;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;

/** Checkbox cell that picks a row for comparison, in the colour, and perhaps with the letter, of its variant. */
public final class PickCell<T> extends TableCell<T, T> {
  private final CheckBox box = new CheckBox();
  private final ObservableList<Integer> picked;
  private final ToIntFunction<T> number;
  private final int most;
  private final boolean lettered;
  private final IntFunction<String> said;

  /**
   * @param picked numbers of the picked rows, in order
   * @param pick toggles a row by its number
   * @param lettered whether picks become variants, which have letters
   * @param said tooltip of a row's checkbox
   */
  public PickCell(ObservableList<Integer> picked, ToIntFunction<T> number, IntConsumer pick, int most, boolean lettered,
      IntFunction<String> said) {
    this.picked = picked;
    this.number = number;
    this.most = most;
    this.lettered = lettered;
    this.said = said;
    box.setFocusTraversable(false);
    box.setOnAction(event -> {
      pick.accept(number.applyAsInt(getItem()));
      updateItem(getItem(), false);
    });
  }

  @Override
  protected void updateItem(T row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(empty || row == null ? null : box);
    box.getStyleClass().removeIf(style -> style.startsWith("lane-"));
    if (row != null && !empty) {
      int place = picked.indexOf(number.applyAsInt(row));
      box.setSelected(place >= 0);
      box.setDisable(place < 0 && picked.size() >= most);
      box.setText(lettered && place >= 0 ? VariantTexts.letter(place) : null);
      box.setAccessibleText(said.apply(number.applyAsInt(row)));
      if (place >= 0) {
        box.getStyleClass().add(VariantColour.style(place));
      }
    }
  }
}
