package studio.backprop.app;

import javafx.application.Application;
import javafx.stage.Stage;
import studio.backprop.ui.kit.Fonts;

/** The window's start. Started by {@link Window}. */
public final class Main extends Application {
  private Wiring wiring;

  @Override
  public void start(Stage stage) {
    Fonts.load();
    wiring = new Wiring(stage, Preferences.ofUser());
    wiring.open(getParameters().getUnnamed());
    stage.show();
  }

  @Override
  public void stop() {
    wiring.close();
  }
}
