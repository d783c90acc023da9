package studio.backprop.ui.window.presenter;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Selector of the presented view. */
final class ViewChoice extends HBox {
  private final List<ToggleButton> all = new ArrayList<>();

  ViewChoice(PresenterModel model, List<Exhibit> exhibits, Lang lang) {
    Hints hints = new Hints(lang);
    getStyleClass().addAll("segmented", "views");
    accessibleTextProperty().bind(lang.bind("presenter.views"));
    for (int i = 0; i < exhibits.size(); i++) {
      int place = i;
      Exhibit exhibit = exhibits.get(i);
      ToggleButton view = new ToggleButton();
      view.setId("view-" + i);
      Keyed.on(view, exhibit.icon().view(), lang.bind(exhibit.titleKey().map(Message::of)), "");
      hints.explain(view, "presenter.views.help");
      model.viewProperty().subscribe(now -> view.setSelected(now.intValue() == place));
      view.setOnAction(event -> {
        model.show(place);
        view.setSelected(true);
      });
      all.add(view);
    }
    model.offeredProperty().subscribe(this::offer);
  }

  private void offer(List<Integer> places) {
    getChildren().setAll(places.stream().map(all::get).toList());
    getChildren().forEach(view -> view.getStyleClass().removeAll("first", "last"));
    getChildren().get(0).getStyleClass().add("first");
    getChildren().get(places.size() - 1).getStyleClass().add("last");
  }
}
