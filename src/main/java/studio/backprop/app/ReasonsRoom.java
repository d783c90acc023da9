package studio.backprop.app;

import java.util.List;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.judge.attribution.AttributionMath;
import studio.backprop.ui.judge.attribution.AttributionModel;
import studio.backprop.ui.judge.attribution.AttributionPage;
import studio.backprop.ui.judge.attribution.ImageModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.workspace.attribution.AttributionFeed;

/** Attribution page of the selected example, in place of canvas and panels. */
final class ReasonsRoom implements AutoCloseable {
  private final AttributionModel model;
  private final ImageModel images;
  private final Region page;
  private final AttributionFeed tint;
  private final AttributionFeed math;

  /**
   * @param tint of the input on the canvas, by the method of the page
   * @param drawOne opens the drawing pad
   * @param offered whether the user can open it; not in a lesson
   */
  ReasonsRoom(RoomContext at, PagesOverCanvas pages, InspectorView inspector, AttributionFeed tint, Runnable drawOne, boolean offered) {
    this.tint = tint;
    model = new AttributionModel(at.run(), at.pulse());
    images = new ImageModel(at.run(), at.pulse());
    tint.methodProperty().bindBidirectional(model.methodProperty());
    math = new AttributionFeed(at.run(), at.pulse(), "attribution-math");
    inspector.addMath(new AttributionMath(math, at.document(), at.lang(), at.typesetter(), inspector.mathShown()));
    page = pages.add(model.openProperty(), () -> new AttributionPage(model, images, at.lang(), at.hints(), at.theme(), at.pulse(),
        drawOne));
    if (offered) {
      at.shell().offer(List.of(Command.of("command.explain", Command.Group.VIEW, Icon.IDEA, AttributionPage.KEY, model::toggle)));
    }
  }

  AttributionModel model() {
    return model;
  }

  ImageModel images() {
    return images;
  }

  void toggle() {
    model.toggle();
  }

  Region page() {
    return page;
  }

  @Override
  public void close() {
    model.close();
    images.close();
    tint.close();
    math.close();
  }
}
