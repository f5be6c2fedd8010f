"""Fund reports made to order: every figure in them is known before the page is drawn."""
