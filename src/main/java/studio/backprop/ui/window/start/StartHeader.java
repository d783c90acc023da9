package studio.backprop.ui.window.start;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Logo;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** Top bar of the start screen: product, language, theme. */
final class StartHeader extends HBox {
  StartHeader(Lang lang, ThemeModel theme, ObservableValue<Boolean> canGoBack, Doors doors) {
    Label product = new Label("Backprop Studio");
    product.getStyleClass().addAll("strong", "product");
    Label purpose = new Label();
    purpose.getStyleClass().add("mut");
    purpose.textProperty().bind(lang.bind("start.purpose"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Hints hints = new Hints(lang);
    Button project = button(lang, Icon.CHEVRON_LEFT, "start.back", canGoBack, doors::back);
    project.setId("back-to-project");
    hints.explain(project, "start.back.help");
    Button present = button(lang, Icon.PRESENT, "presenter.begin", canGoBack, doors::present);
    present.setId("present-project");
    hints.explain(present, StartView.PRESENT, "presenter.begin.help");
    setFillHeight(false);
    getStyleClass().addAll("top-bar", "start-header");
    getChildren().addAll(new Logo(24), product, purpose, gap, project, language(lang), present, look(theme, hints),
        preferences(doors, hints));
  }

  private static Button button(Lang lang, Icon icon, String key, ObservableValue<Boolean> shown, Runnable action) {
    Button button = new Button(null, icon.view());
    button.textProperty().bind(lang.bind(key));
    button.visibleProperty().bind(shown);
    button.managedProperty().bind(shown);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Segmented<Texts> language(Lang lang) {
    Segmented<Texts> language = new Segmented<>(lang.bind("top.language.help"));
    Texts.all().forEach(texts -> language.add(texts, new SimpleStringProperty(texts.say("top.language.own"))));
    language.valueProperty().bindBidirectional(lang.textsProperty());
    return language;
  }

  private static Button preferences(Doors doors, Hints hints) {
    Button preferences = new Button(null, Icon.SETTINGS.view());
    preferences.setId("start-preferences");
    preferences.getStyleClass().add("icon-only");
    preferences.setOnAction(event -> doors.preferences());
    hints.explain(preferences, KeyCombination.valueOf("Shortcut+Comma"), "start.preferences");
    return preferences;
  }

  private static Button look(ThemeModel theme, Hints hints) {
    Button look = new Button();
    look.getStyleClass().add("icon-only");
    theme.themeProperty().subscribe(now -> look.setGraphic((now == Theme.LIGHT ? Icon.MOON : Icon.SUN).view()));
    look.setOnAction(event -> theme.toggle());
    hints.explain(look, "top.theme.help");
    return look;
  }
}
