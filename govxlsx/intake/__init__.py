"""How submissions come in: the mailbox. Mail is read, never sent; a mailbox is never changed."""
