package studio.backprop.setting;

/** Two integers for the axes of an image, such as a kernel of 3 × 3. */
public record Size(int height, int width) {
  public static Size square(int side) {
    return new Size(side, side);
  }

  @Override
  public String toString() {
    return height + "×" + width;
  }
}
