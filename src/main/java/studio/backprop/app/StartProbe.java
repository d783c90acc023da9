package studio.backprop.app;
public final class StartProbe { public static void main(String[] a) { javafx.application.Application.launch(Main.class, a); } }
