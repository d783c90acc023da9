package studio.backprop.ui.presenter;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.run.RunModel;

/** The large buttons under a presentation. Each carries its key, for the teacher who stands away from the mouse. */
final class Controls extends HBox {
  private final PresenterModel model;
  private final Lang lang;
  private final Hints hints;

  Controls(PresenterModel model, List<Exhibit> exhibits, Pen pen, RunModel run, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    getStyleClass().add("controls");
    Button play = button("presenter.play", Icon.PLAY, KeyCode.SPACE, run::togglePlay);
    play.getStyleClass().add("run");
    run.statusProperty().subscribe(() -> play.setGraphic((run.playing() ? Icon.PAUSE : Icon.PLAY).view()));
    play.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(run.playing() ? "transport.pause" : "transport.play"), run.statusProperty(), lang.textsProperty()));
    Button next = button("presenter.next", Icon.STEP, KeyCode.RIGHT, run::stepBatch);
    next.getStyleClass().add("main");
    Button wipe = button("presenter.wipe", Icon.DELETE, KeyCode.DELETE, pen::wipe);
    wipe.visibleProperty().bind(Bindings.isNotEmpty(pen.getChildren()));
    wipe.managedProperty().bind(wipe.visibleProperty());
    getChildren().addAll(play, next, gap(), views(exhibits), gap(), wipe,
        tool("presenter.zoom", Icon.LENS, KeyCode.Z, model.magnifiedProperty()),
        tool("presenter.spotlight", Icon.TARGET, KeyCode.S, model.spotlightProperty()),
        tool("presenter.draw", Icon.RENAME, KeyCode.D, model.drawingProperty()),
        button("presenter.end", Icon.CLOSE, KeyCode.ESCAPE, model::end));
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private HBox views(List<Exhibit> exhibits) {
    HBox views = new HBox();
    views.getStyleClass().add("segmented");
    for (int i = 0; i < exhibits.size(); i++) {
      int place = i;
      ToggleButton view = new ToggleButton(null, exhibits.get(i).icon().view());
      view.setFocusTraversable(false);
      view.getStyleClass().add("icon-only");
      if (i == 0 || i == exhibits.size() - 1) {
        view.getStyleClass().add(i == 0 ? "first" : "last");
      }
      hints.explain(view, exhibits.get(i).titleKey().map(Message::of));
      model.viewProperty().subscribe(now -> view.setSelected(now.intValue() == place));
      view.setOnAction(event -> {
        model.show(place);
        view.setSelected(true);
      });
      views.getChildren().add(view);
    }
    return views;
  }

  private Button button(String key, Icon icon, KeyCode code, Runnable action) {
    Button button = new Button();
    button.setId(key.substring("presenter.".length()));
    button.setGraphic(icon.view());
    button.textProperty().bind(lang.bind(key));
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    hints.explain(button, new KeyCodeCombination(code), key + ".help");
    return button;
  }

  private ToggleButton tool(String key, Icon icon, KeyCode code, BooleanProperty property) {
    ToggleButton tool = new ToggleButton(null, icon.view());
    tool.setId(key.substring("presenter.".length()));
    tool.textProperty().bind(lang.bind(key));
    tool.setFocusTraversable(false);
    tool.setMinWidth(Region.USE_PREF_SIZE);
    tool.selectedProperty().bindBidirectional(property);
    hints.explain(tool, new KeyCodeCombination(code), key + ".help");
    return tool;
  }
}
