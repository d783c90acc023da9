package studio.backprop.ui.window.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.OverlayPage;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** Page of the window's preferences; each choice applies at once and is persistent. */
public final class PreferencesPage {
  private final Lang lang;
  private final GridPane rows = new GridPane();
  private final OverlayPage page;

  public PreferencesPage(Lang lang, ThemeModel theme, Motion motion) {
    this.lang = lang;
    rows.getStyleClass().add("rows");
    row("preferences.language", languages());
    row("preferences.look", looks(theme));
    row("preferences.motion", motions(motion));
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    note.textProperty().bind(lang.bind("preferences.note"));
    page = new OverlayPage(lang, "preferences.title", "preferences-page", rows, note);
  }

  public void showIn(Scene scene) {
    page.showIn(scene);
  }

  private void row(String key, Node choice) {
    Label name = new Label();
    name.textProperty().bind(lang.bind(key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    rows.addRow(rows.getRowCount(), name, choice);
  }

  private Segmented<Texts> languages() {
    Segmented<Texts> choice = new Segmented<>(lang.bind("preferences.language"));
    for (Texts texts : Texts.all()) {
      choice.add(texts, new Label(texts.say("top.language.own")).textProperty());
    }
    choice.valueProperty().bindBidirectional(lang.textsProperty());
    return choice;
  }

  private Segmented<Theme> looks(ThemeModel theme) {
    Segmented<Theme> choice = new Segmented<Theme>(lang.bind("preferences.look"))
        .add(Theme.LIGHT, lang.bind("preferences.light"), Icon.SUN)
        .add(Theme.DARK, lang.bind("preferences.dark"), Icon.MOON);
    choice.valueProperty().bindBidirectional(theme.themeProperty());
    return choice;
  }

  private Segmented<Boolean> motions(Motion motion) {
    Segmented<Boolean> choice = new Segmented<Boolean>(lang.bind("preferences.motion"))
        .add(false, lang.bind("preferences.motion.full"))
        .add(true, lang.bind("preferences.motion.reduced"));
    choice.valueProperty().set(motion.reduced());
    choice.valueProperty().subscribe(reduced -> motion.reducedProperty().set(reduced));
    return choice;
  }
}
