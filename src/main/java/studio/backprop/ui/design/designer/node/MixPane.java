package studio.backprop.ui.design.designer.node;

import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.workspace.generator.GeneratorPicture;

/** Pane of the node where real and generated examples meet, with the discriminator's outputs for both. */
final class MixPane extends NodePane {
  private final GeneratorPicture picture;
  private final CanvasDesk desk;

  MixPane(CanvasDesk desk) {
    this.desk = desk;
    picture = new GeneratorPicture(desk.run().generator(), desk.lang(), desk.theme());
    picture.setManaged(false);
    getChildren().add(picture);
  }

  @Override
  void redraw() {
    picture.showLetters(Detail.letters(desk.model().camera().zoom()));
    picture.redraw();
  }

  @Override
  void refresh() {
    picture.showLetters(Detail.letters(desk.model().camera().zoom()));
    picture.refresh();
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
