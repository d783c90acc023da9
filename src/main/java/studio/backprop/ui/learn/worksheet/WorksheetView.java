package studio.backprop.ui.learn.worksheet;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.worksheet.OpenQuestion;
import studio.backprop.worksheet.Worksheet;

/**
 * A worksheet with a field per line, and buttons Check and Key. Enter and arrows move between lines; Enter in the last one checks. Can be
 * embedded in a page or lesson.
 */
public final class WorksheetView extends VBox {
  private final WorksheetModel model;
  private final Lang lang;
  private final Hints hints;
  private final Typesetter typesetter;
  private final VBox body = new VBox();
  private final ScrollPane pane = new ScrollPane(body);
  private final Label result = new Label();
  private final HBox foot = new HBox();
  private List<TextField> fields = List.of();

  public WorksheetView(WorksheetModel model, Lang lang, Hints hints, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.typesetter = typesetter;
    getStyleClass().add("worksheet");
    body.getStyleClass().add("sheet-body");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    VBox.setVgrow(pane, Priority.ALWAYS);
    fillFoot();
    getChildren().addAll(pane, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    model.sheetProperty().subscribe(this::fill);
  }

  private void fillFoot() {
    Button check = new Button();
    check.setId("sheet-check");
    check.textProperty().bind(lang.bind("worksheet.check"));
    check.setOnAction(event -> model.check());
    hints.explain(check, "worksheet.check.help");
    ToggleButton key = new ToggleButton();
    key.setId("sheet-key");
    key.textProperty().bind(lang.bind("worksheet.show_key"));
    key.selectedProperty().bindBidirectional(model.keyShownProperty());
    hints.explain(key, "worksheet.show_key.help");
    result.textProperty().bind(lang.bind(model.resultProperty()));
    result.setWrapText(true);
    result.setId("sheet-result");
    HBox.setHgrow(result, Priority.ALWAYS);
    result.setMaxWidth(Double.MAX_VALUE);
    foot.getStyleClass().add("sheet-foot");
    foot.getChildren().addAll(check, key, result);
    for (Region button : List.of(check, key)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  /** Adds buttons at the right end of the footer. */
  public void addToFoot(Region... further) {
    for (Region one : further) {
      one.setMinWidth(Region.USE_PREF_SIZE);
      foot.getChildren().add(one);
    }
  }

  private void fill(Worksheet sheet) {
    body.getChildren().clear();
    if (sheet == null) {
      return;
    }
    Label task = new Label();
    task.textProperty().bind(lang.bind(sheet.kind().task().key()));
    task.setWrapText(true);
    task.setMinHeight(Region.USE_PREF_SIZE);
    GivenPictures pictures = new GivenPictures(sheet, lang, typesetter);
    SheetSections sections = new SheetSections(model, lang, hints, typesetter);
    body.getChildren().addAll(task, pictures.all(), sections.all(sheet));
    sheet.question().ifPresent(this::ask);
    body.getChildren().add(pictures.tables());
    fields = List.copyOf(sections.fields());
    pane.setVvalue(0);
  }

  /** A question without scoring: its answer appears with the key. */
  private void ask(OpenQuestion open) {
    Label question = new Label();
    question.textProperty().bind(lang.bind(open.question().key(), open.question().args().toArray()));
    question.setWrapText(true);
    Label answer = new Label();
    answer.textProperty().bind(lang.bind(open.answer().key(), open.answer().args().toArray()));
    answer.getStyleClass().add("sheet-key");
    answer.setWrapText(true);
    answer.visibleProperty().bind(model.keyShownProperty());
    answer.managedProperty().bind(answer.visibleProperty());
    body.getChildren().addAll(question, answer);
  }

  /** Focuses the first field. */
  public void focusFirst() {
    if (!fields.isEmpty()) {
      fields.get(0).requestFocus();
    }
  }

  private void walk(KeyEvent key) {
    int at = fields.indexOf(key.getTarget());
    int by = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER ? 1 : 0;
    if (at < 0 || by == 0 || key.isShortcutDown()) {
      return;
    }
    if (at + by >= 0 && at + by < fields.size()) {
      reveal(fields.get(at + by));
    } else if (key.getCode() == KeyCode.ENTER) {
      model.check();
    }
    key.consume();
  }

  private void reveal(TextField field) {
    field.requestFocus();
    double height = body.getHeight() - pane.getViewportBounds().getHeight();
    double top = body.sceneToLocal(field.localToScene(0, 0)).getY();
    if (height > 0) {
      double shown = pane.getVvalue() * height;
      double bottom = shown + pane.getViewportBounds().getHeight();
      if (top < shown || top + 2 * field.getHeight() > bottom) {
        pane.setVvalue(Math.max(0, Math.min(1, (top - pane.getViewportBounds().getHeight() / 2) / height)));
      }
    }
  }
}
