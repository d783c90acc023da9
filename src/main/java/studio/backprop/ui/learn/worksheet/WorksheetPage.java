package studio.backprop.ui.learn.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.OverlayPage;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.Worksheet;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Page of worksheets: kind and code at the top, below them the sheet. */
public final class WorksheetPage {
  private final WorksheetModel model;
  private final Lang lang;
  private final WorksheetView view;
  private final WorksheetFiles files;
  private final ComboBox<SheetKind> kinds = new ComboBox<>();
  private final TextField code = new TextField();
  private final Label said = new Label();
  private final ReadOnlyObjectWrapper<Message> saved = new ReadOnlyObjectWrapper<>(this, "saved");
  private final OverlayPage page;

  public WorksheetPage(WorksheetModel model, Lang lang, Typesetter typesetter, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    Hints hints = new Hints(lang);
    files = new WorksheetFiles(lang, pulse);
    view = new WorksheetView(model, lang, hints, typesetter);
    view.addToFoot(saveButton(hints));
    VBox.setVgrow(view, Priority.ALWAYS);
    page = new OverlayPage(lang, "worksheet.title", "worksheet-page", choice(hints), view);
    model.sheetProperty().subscribe(this::follow);
    kinds.valueProperty().subscribe(kind -> {
      Worksheet now = model.sheetProperty().get();
      if (kind != null && (now == null || !now.kind().letters().equals(kind.letters()))) {
        model.showNew(kind);
      }
    });
  }

  private HBox choice(Hints hints) {
    fillKinds();
    lang.textsProperty().subscribe(texts -> fillKinds());
    kinds.setId("sheet-kind");
    hints.explain(kinds, "worksheet.kind");
    code.setId("sheet-code");
    code.setPrefColumnCount(10);
    code.promptTextProperty().bind(lang.bind("worksheet.code"));
    hints.explain(code, "worksheet.code.help");
    code.setOnAction(event -> model.showCode(code.getText()));
    Button fresh = new Button(null, Icon.NEW_WEIGHTS.view());
    fresh.setId("sheet-new");
    fresh.textProperty().bind(lang.bind("worksheet.new"));
    hints.explain(fresh, "worksheet.new.help");
    fresh.setOnAction(event -> {
      model.showNew(model.sheetProperty().get().kind());
      view.focusFirst();
    });
    said.textProperty().bind(lang.bind(saved));
    said.getStyleClass().addAll("note", "mut");
    HBox choice = new HBox(kinds, code, fresh, said);
    choice.getStyleClass().add("sheet-choice");
    return choice;
  }

  /** Localized names. */
  private void fillKinds() {
    SheetKind chosen = kinds.getValue();
    kinds.setConverter(new StringConverter<>() {
      @Override
      public String toString(SheetKind kind) {
        return kind == null ? "" : lang.say(SheetCatalog.name(kind));
      }

      @Override
      public SheetKind fromString(String name) {
        throw new UnsupportedOperationException("kinds are chosen, not typed");
      }
    });
    List<SheetKind> all = new ArrayList<>();
    for (SheetKind kind : SheetCatalog.all()) {
      all.add(kind);
      Optional<SheetKind> dead = SheetCatalog.withDead(kind);
      dead.ifPresent(all::add);
    }
    kinds.getItems().setAll(all);
    kinds.setVisibleRowCount(all.size());
    kinds.setValue(chosen);
  }

  private Button saveButton(Hints hints) {
    Button save = new Button(null, Icon.EXPORT.view());
    save.setId("sheet-save");
    save.textProperty().bind(lang.bind("worksheet.save"));
    hints.explain(save, "worksheet.save.help");
    save.setOnAction(event -> files.ask(model.sheetProperty().get(), save.getScene().getWindow(), saved::set));
    return save;
  }

  private void follow(Worksheet sheet) {
    if (sheet != null) {
      saved.set(null);
      code.setText(sheet.code().toString());
      kinds.setValue(SheetCatalog.ofLetters(sheet.code().letters()).orElseThrow());
    }
  }

  /** Opens a sheet of a kind. @param variant empty for a new one */
  public void showIn(Scene scene, SheetKind kind, Optional<Integer> variant) {
    variant.ifPresentOrElse(number -> model.show(kind, number), () -> model.showNew(kind));
    showIn(scene);
  }

  /** Opens the last sheet, or a first one. */
  public void showIn(Scene scene) {
    if (model.sheetProperty().get() == null) {
      model.showNew(SheetCatalog.all().get(0));
    }
    page.showIn(scene);
    view.focusFirst();
  }
}
