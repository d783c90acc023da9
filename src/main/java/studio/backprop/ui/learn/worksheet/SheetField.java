package studio.backprop.ui.learn.worksheet;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.worksheet.LineGrade;
import studio.backprop.worksheet.LineGrade.Verdict;

/** Field of one line, with the key while shown, and the grade. */
final class SheetField extends HBox {
  private static final PseudoClass EARNED = PseudoClass.getPseudoClass("earned");
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

  private final SheetEntry entry;
  private final TextField field = new TextField();
  private final Label verdict = new Label();

  SheetField(SheetEntry entry, WorksheetModel model, Lang lang, Hints hints) {
    this.entry = entry;
    getStyleClass().add("sheet-field");
    field.getStyleClass().add("sheet-blank");
    field.setId("sheet-line-" + entry.number());
    field.textProperty().bindBidirectional(entry.textProperty());
    StringBinding spoken = Bindings.createStringBinding(() -> lang.say(entry.spoken()), entry.gradeProperty(), lang.textsProperty());
    field.accessibleTextProperty().bind(spoken);
    Label key = new Label(entry.key());
    key.getStyleClass().addAll("sheet-key", "sheet-result");
    key.visibleProperty().bind(model.keyShownProperty());
    verdict.getStyleClass().add("sheet-verdict");
    getChildren().addAll(field, verdict, key);
    hints.explain(verdict, entry.wordsProperty());
    entry.gradeProperty().subscribe(this::mark);
  }

  private void mark(LineGrade grade) {
    boolean blank = grade == null || entry.textProperty().get().isBlank();
    boolean earned = !blank && grade.verdict().earns();
    boolean missed = !blank && (grade.verdict() == Verdict.WRONG || grade.verdict() == Verdict.BLANK);
    field.pseudoClassStateChanged(EARNED, earned);
    field.pseudoClassStateChanged(MISSED, missed);
    verdict.pseudoClassStateChanged(EARNED, earned);
    verdict.pseudoClassStateChanged(MISSED, missed);
    verdict.setVisible(!blank);
    verdict.setGraphic(blank ? null : (earned ? Icon.CHECK : missed ? Icon.CLOSE : Icon.MINUS).view());
  }

  TextField field() {
    return field;
  }
}
