package studio.backprop.ui.workspace.analyser;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Problem;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.workspace.document.Mender;

/** Layer table, with the list of problems beside it if there are any; reduced to five columns in a narrow window. */
public final class AnalyserPage extends StackPane {
  public static final String KEYS = "Shortcut+Shift+A";

  private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
  private final LayerTable table;
  private final FindingsPane findings;

  /** @param show reveals a problem on the canvas */
  public AnalyserPage(AnalyserModel model, Lang lang, Hints hints, Consumer<Problem> show, Mender mender, Runnable close) {
    getStyleClass().add("analyser");
    table = new LayerTable(model, lang);
    findings = new FindingsPane(model, lang, show, mender);
    table.visibleProperty().bind(visibleProperty());
    HBox work = new HBox(table, findings);
    HBox.setHgrow(table, Priority.ALWAYS);
    HBox.setHgrow(findings, Priority.ALWAYS);
    var some = Bindings.createBooleanBinding(() -> !model.findingsProperty().get().isEmpty(), model.findingsProperty());
    table.briefProperty().bind(narrow.and(some));
    findings.visibleProperty().bind(some);
    findings.managedProperty().bind(findings.visibleProperty());
    Titled titled = new Titled(lang.bind("analyser.title"), work);
    titled.detail(Bindings.createStringBinding(
        () -> detail(model, lang), model.rowsProperty(), model.findingsProperty(), lang.textsProperty(),
        lang.veil().countProperty()));
    Button asTable = button(Icon.COPY, () -> copy(table.written("\t")));
    asTable.textProperty().bind(lang.bind("analyser.copy"));
    hints.explain(asTable, "analyser.copy.help");
    Button asCsv = button(Icon.DATA, () -> copy(table.written(",")));
    asCsv.textProperty().bind(lang.bind("analyser.csv"));
    hints.explain(asCsv, "analyser.csv.help");
    Button closing = button(Icon.CLOSE, close);
    closing.getStyleClass().add("icon-only");
    hints.explain(closing, KeyCombination.valueOf(KEYS), "analyser.close");
    getChildren().add(titled.action(asTable).action(asCsv).action(closing));
  }

  private static Button button(Icon icon, Runnable action) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().add("flat");
    button.setOnAction(event -> action.run());
    return button;
  }

  private static String detail(AnalyserModel model, Lang lang) {
    int problems = model.findingsProperty().get().size();
    return problems > 0 ? lang.say("analyser.count", problems) : lang.say("analyser.batch", model.batch());
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  public BooleanProperty narrowProperty() {
    return narrow;
  }

  public void focus() {
    table.requestFocus();
  }
}
