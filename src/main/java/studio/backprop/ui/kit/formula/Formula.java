package studio.backprop.ui.kit.formula;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import studio.backprop.text.SpokenFormula;

/** Typeset formula in the colour of the surrounding text; shrinks to fit. Several in a row align at their baselines. */
public final class Formula extends Region {
  private static final FormulaOutline EMPTY = new FormulaOutline("", 0, 0, 0);

  private final StringProperty latex = new SimpleStringProperty(this, "latex", "");
  private final Typesetter typesetter;
  private final double size;
  private final SVGPath ink = new SVGPath();
  private final Scale scale = new Scale(1, 1, 0, 0);
  private FormulaOutline outline = EMPTY;
  private double least;

  /** @param size font size in px, 13 to 15 beside text */
  public Formula(Typesetter typesetter, double size) {
    this.typesetter = typesetter;
    this.size = size;
    getStyleClass().add("formula");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(Bindings.createStringBinding(() -> SpokenFormula.of(typesetter.veil().over(latex.get())), latex,
        typesetter.veil().countProperty()));
    ink.getStyleClass().add("ink");
    ink.getTransforms().add(scale);
    ink.setManaged(false);
    getChildren().add(ink);
    managedProperty().bind(latex.isNotEmpty());
    visibleProperty().bind(managedProperty());
    latex.subscribe(this::set);
    typesetter.veil().countProperty().subscribe((before, now) -> set(latex.get()));
  }

  /** Limits shrinking to a fraction of the size. */
  public Formula shrinkTo(double share) {
    least = share;
    return this;
  }

  /** LaTeX without dollar signs; empty takes no space. */
  public StringProperty latexProperty() {
    return latex;
  }

  private void set(String wanted) {
    if (wanted.isEmpty()) {
      show(EMPTY);
    } else {
      typesetter.whenSet(typesetter.veil().over(wanted), ready -> {
        if (wanted.equals(latex.get())) {
          show(ready);
        }
      });
    }
  }

  private void show(FormulaOutline ready) {
    outline = ready;
    ink.setContent(ready.path());
    requestLayout();
  }

  private double factor(double width) {
    double wanted = size / FormulaOutline.EM;
    return width < 0 || outline.width() == 0 ? wanted : Math.min(wanted, width / outline.width());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return snapSizeX(least * computePrefWidth(height));
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + snapSizeX(outline.width() * factor(-1)) + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double place = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + snapSizeY(outline.height() * factor(place)) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public double getBaselineOffset() {
    return snappedTopInset() + outline.baseline() * factor(-1);
  }

  @Override
  protected void layoutChildren() {
    double factor = factor(getWidth() - snappedLeftInset() - snappedRightInset());
    scale.setX(factor);
    scale.setY(factor);
    ink.setLayoutX(snappedLeftInset());
    ink.setLayoutY(snappedTopInset());
  }
}
