package studio.backprop.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Current theme. */
public final class ThemeModel {
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
  private final ObservableValue<Palette> palette = theme.map(Theme::palette);

  public ThemeModel(Theme first) {
    theme.set(first);
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public Theme theme() {
    return theme.get();
  }

  public ObservableValue<Palette> paletteProperty() {
    return palette;
  }

  public Palette palette() {
    return theme.get().palette();
  }

  public void toggle() {
    theme.set(theme.get().other());
  }
}
